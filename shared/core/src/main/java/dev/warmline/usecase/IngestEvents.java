package dev.warmline.usecase;

import dev.warmline.event.Event;
import dev.warmline.event.EventKey;
import dev.warmline.event.EventLog;
import dev.warmline.event.InvalidEvent;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.Source;
import dev.warmline.event.Sources;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.ingest.Arrival;
import dev.warmline.ingest.BodyRead;
import dev.warmline.ingest.Normaliser;
import dev.warmline.ingest.RawEvent;
import dev.warmline.ingest.Submission;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes events in. Success is said only after every acceptable event is durable; an event that
 * cannot be taken is parked with its reason and costs its neighbours nothing.
 */
public final class IngestEvents {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final EventLog log;
  private final ParkedEvents parked;
  private final WriteKeys writeKeys;

  /** Takes events of these sources into this log. */
  public IngestEvents(EventLog log, ParkedEvents parked, Sources sources) {
    this.log = log;
    this.parked = parked;
    this.writeKeys = new WriteKeys(sources);
  }

  /** Takes in what one request brought, received at {@code now}. Never throws for what was sent. */
  public Ingested ingest(Submission submission, Instant now) {
    try {
      return switch (writeKeys.judge(submission, now)) {
        case WriteKeys.Known(var source) -> ingest(submission, source, now);
        case WriteKeys.Unknown(var refused) -> refused;
      };
    } catch (StoreUnavailable e) {
      return new Ingested.Unavailable(RETRY_AFTER);
    }
  }

  private Ingested ingest(Submission submission, Source source, Instant now) {
    return switch (submission.body()) {
      case BodyRead.Refused(var reason, var excerpt) -> {
        parked.park(new ParkedEvent(source.name(), reason, now, excerpt));
        yield new Ingested.Refused(Ingested.Status.BAD_REQUEST, reason);
      }
      case BodyRead.Events events -> ingest(events, arrival(submission, events, source, now));
    };
  }

  private Ingested ingest(BodyRead.Events events, Arrival arrival) {
    var bad = new ArrayList<ParkedEvent>();
    var good = new LinkedHashMap<EventKey, Event>();
    for (var raw : events.events()) {
      judge(raw, arrival, good, bad);
    }
    var appended = log.append(List.copyOf(good.values()));
    ParkAll.into(parked, bad);
    var stored = appended.stream().filter(EventLog.Appended.STORED::equals).count();
    return new Ingested.Accepted((int) stored, events.events().size() - bad.size(), bad.size());
  }

  private static void judge(
      RawEvent raw, Arrival arrival, Map<EventKey, Event> good, List<ParkedEvent> bad) {
    switch (raw) {
      case RawEvent.Flawed(var reason, var excerpt) -> bad.add(park(arrival, reason, excerpt));
      case RawEvent.Sound(var json) -> {
        try {
          var event = Normaliser.event(json, arrival);
          good.putIfAbsent(event.key(), event);
        } catch (InvalidEvent e) {
          bad.add(park(arrival, String.valueOf(e.getMessage()), json.toString()));
        }
      }
    }
  }

  private static ParkedEvent park(Arrival arrival, String reason, String raw) {
    return new ParkedEvent(arrival.source().name(), reason, arrival.receivedAt(), raw);
  }

  private static Arrival arrival(
      Submission submission, BodyRead.Events events, Source source, Instant now) {
    return new Arrival(
        source,
        submission.channel(),
        submission.type(),
        submission.agent(),
        events.envelope(),
        now.truncatedTo(ChronoUnit.MILLIS));
  }
}
