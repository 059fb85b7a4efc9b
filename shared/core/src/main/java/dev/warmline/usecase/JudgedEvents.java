package dev.warmline.usecase;

import dev.warmline.event.Event;
import dev.warmline.event.EventKey;
import dev.warmline.event.InvalidEvent;
import dev.warmline.event.Json;
import dev.warmline.event.ParkedEvent;
import dev.warmline.ingest.Admitted;
import dev.warmline.ingest.BodyRead;
import dev.warmline.ingest.Budget;
import dev.warmline.ingest.ClickBursts;
import dev.warmline.ingest.Normaliser;
import dev.warmline.ingest.RawEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request brings once each of its events was judged by itself and has what the batch says
 * for all: that is small as it is sent, and large as it is stored.
 */
final class JudgedEvents {
  private static final String TOO_LARGE =
      "with what its batch says for all the event is over 32 KB: send less context";

  private final Admitted admitted;
  private final Map<EventKey, Event> good = new LinkedHashMap<>();
  private final List<ParkedEvent> bad = new ArrayList<>();
  private final int sent;
  private long bytes;

  private JudgedEvents(Admitted admitted, int sent) {
    this.admitted = admitted;
    this.sent = sent;
  }

  /** Judges them in their order, as long as the request stays within its budget. */
  static JudgedEvents of(BodyRead.Events events, Admitted admitted) {
    var judged = new JudgedEvents(admitted, events.events().size());
    var after = judged.sent;
    for (var raw : events.events()) {
      judged.judge(raw, Duration.ofMillis(--after));
      if (judged.isOverBudget()) {
        break;
      }
    }
    return judged;
  }

  /** Whether all events together are too large to be taken in one request. */
  boolean isOverBudget() {
    return bytes > Budget.REQUEST_BYTES;
  }

  /** How many events were sent. */
  int sent() {
    return sent;
  }

  /** How much they have, a begun kilobyte counted whole. */
  long kilobytes() {
    return Math.ceilDiv(bytes, 1024);
  }

  /** What can be taken, in order. */
  List<Event> good() {
    return ClickBursts.marked(good.values());
  }

  /** What cannot, each with its reason. */
  List<ParkedEvent> bad() {
    return List.copyOf(bad);
  }

  private void judge(RawEvent raw, Duration before) {
    switch (raw) {
      case RawEvent.Flawed(var reason, var excerpt) -> {
        bytes += excerpt.length();
        park(reason, excerpt);
      }
      case RawEvent.Sound(var json) -> {
        try {
          take(Normaliser.event(json, admitted, before));
        } catch (InvalidEvent e) {
          park(String.valueOf(e.getMessage()), Json.write(json));
        }
      }
    }
  }

  private void take(Event event) {
    var size = Json.bytes(event.json(), Budget.EVENT_BYTES);
    bytes += size;
    if (size > Budget.EVENT_BYTES) {
      throw new InvalidEvent(TOO_LARGE);
    }
    good.putIfAbsent(event.key(), event);
  }

  private void park(String reason, String raw) {
    bad.add(new ParkedEvent(admitted.source().name(), reason, admitted.receivedAt(), raw));
  }
}
