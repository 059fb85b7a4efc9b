package dev.warmline.usecase;

import dev.warmline.event.DailyQuota;
import dev.warmline.event.Deadline;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventKey;
import dev.warmline.event.EventLog;
import dev.warmline.event.EventLog.Appended;
import dev.warmline.event.InvalidEvent;
import dev.warmline.event.Json;
import dev.warmline.event.Lanes;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.Source;
import dev.warmline.event.Sources;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.ingest.Admitted;
import dev.warmline.ingest.BodyRead;
import dev.warmline.ingest.ClickBursts;
import dev.warmline.ingest.IngestRequest;
import dev.warmline.ingest.Normaliser;
import dev.warmline.ingest.RawEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes events in. Success is said only after every acceptable event is durable; an event that
 * cannot be taken is parked with its reason and costs its neighbours nothing.
 */
public final class IngestEvents {
  private static final String EXPIRED =
      "behaviour older than the log keeps: raise its retention, or send facts (identify, import)";
  private static final String REJECTED = "the log refuses this event: send less in it";
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  private static final Lanes PARKING = new Lanes(16);

  /** A client that is over its limit asks again within the hour: the limit may have been raised. */
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

  private final EventLog log;
  private final ParkedEvents parked;
  private final Sources sources;
  private final WriteKeys writeKeys;
  private final DailyQuota quota;
  private final Function<Instant, Deadline> deadlines;

  /**
   * Takes events of these sources into this log.
   *
   * @param quota counts for the sources that have a daily limit
   * @param deadlines until when work may be started on a request received at an instant
   */
  public IngestEvents(
      EventLog log,
      ParkedEvents parked,
      Sources sources,
      DailyQuota quota,
      Function<Instant, Deadline> deadlines) {
    this.log = log;
    this.parked = parked;
    this.sources = sources;
    this.writeKeys = new WriteKeys(sources);
    this.quota = quota;
    this.deadlines = deadlines;
  }

  /**
   * The source with this write key, for a door that must know it before it can read a request.
   *
   * @throws StoreUnavailable if it cannot be read
   */
  public Optional<Source> source(String writeKey, Instant now) {
    return sources.find(writeKey, now);
  }

  /** Takes in what one request brought, received at {@code now}. Never throws for what was sent. */
  public Ingested ingest(IngestRequest request, Instant now) {
    var deadline = deadlines.apply(now);
    try {
      return switch (writeKeys.judge(request, now, deadline)) {
        case WriteKeys.Known(var source) -> admit(request, source, now, deadline);
        case WriteKeys.Unknown(var refused) -> refused;
      };
    } catch (StoreUnavailable e) {
      return new Ingested.Unavailable(Ingested.NO_SOURCE, RETRY_AFTER, e);
    }
  }

  private Ingested admit(IngestRequest request, Source source, Instant now, Deadline deadline) {
    try {
      deadline.check("take events in");
      return source.dailyLimit() == 0 || isWithinLimit(request.body(), source, now)
          ? ingest(request, source, now, deadline)
          : new Ingested.OverLimit(source.name(), retryAfter(now));
    } catch (StoreUnavailable e) {
      return new Ingested.Unavailable(source.name(), RETRY_AFTER, e);
    }
  }

  /** A body that is refused counts as one event: it costs a parked item. */
  private boolean isWithinLimit(BodyRead body, Source source, Instant now) {
    var events = body instanceof BodyRead.Events some ? Math.max(1, some.events().size()) : 1;
    return quota.take(source.name(), events, source.dailyLimit(), now);
  }

  private static Duration retryAfter(Instant now) {
    var left = DailyQuota.untilTomorrow(now).plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
    return left.compareTo(LONGEST_RETRY_AFTER) < 0 ? left : LONGEST_RETRY_AFTER;
  }

  private Ingested ingest(IngestRequest request, Source source, Instant now, Deadline deadline) {
    return switch (request.body()) {
      case BodyRead.Refused(var reason, var excerpt) -> {
        parked.park(new ParkedEvent(source.name(), reason, now, excerpt));
        yield new Ingested.Refused(source.name(), Ingested.Status.BAD_REQUEST, reason);
      }
      case BodyRead.Events events ->
          ingest(events, new Admitted(request, source, events.envelope(), now), deadline);
    };
  }

  private Ingested ingest(BodyRead.Events events, Admitted admitted, Deadline deadline) {
    var bad = new ArrayList<ParkedEvent>();
    var good = new LinkedHashMap<EventKey, Event>();
    var after = events.events().size();
    for (var raw : events.events()) {
      judge(raw, admitted, Duration.ofMillis(--after), good, bad);
    }
    var written = ClickBursts.marked(good.values());
    var appended = log.append(written, deadline);
    for (var i = 0; i < written.size(); i++) {
      var canonical = EventJson.write(written.get(i));
      why(appended.get(i)).ifPresent(reason -> bad.add(park(admitted, reason, canonical)));
    }
    parkAll(bad, deadline);
    var stored = (int) appended.stream().filter(Appended.STORED::equals).count();
    var taken = events.events().size() - bad.size();
    return new Ingested.Accepted(admitted.source().name(), stored, taken, bad.size());
  }

  /** Whether something was parked for this reason by the log, and not for what was sent. */
  static boolean isOfLog(String reason) {
    return reason.equals(EXPIRED) || reason.equals(REJECTED);
  }

  /** Why an event is not in the log, or empty if it is. */
  private static Optional<String> why(Appended appended) {
    return switch (appended) {
      case STORED, ALREADY_THERE -> Optional.empty();
      case REJECTED -> Optional.of(REJECTED);
      case EXPIRED -> Optional.of(EXPIRED);
    };
  }

  private static void judge(
      RawEvent raw,
      Admitted admitted,
      Duration before,
      Map<EventKey, Event> good,
      List<ParkedEvent> bad) {
    switch (raw) {
      case RawEvent.Flawed(var reason, var excerpt) -> bad.add(park(admitted, reason, excerpt));
      case RawEvent.Sound(var json) -> {
        try {
          var event = Normaliser.event(json, admitted, before);
          good.putIfAbsent(event.key(), event);
        } catch (InvalidEvent e) {
          bad.add(park(admitted, String.valueOf(e.getMessage()), Json.write(json)));
        }
      }
    }
  }

  /** Some at a time: a batch of nothing but bad events must not take minutes. */
  private void parkAll(List<ParkedEvent> bad, Deadline deadline) {
    try {
      PARKING.forEach(
          bad,
          event -> {
            deadline.check("park an event");
            parked.park(event);
          });
    } catch (RuntimeException e) {
      throw new StoreUnavailable("park " + bad.size() + " events", e);
    }
  }

  private static ParkedEvent park(Admitted admitted, String reason, String raw) {
    return new ParkedEvent(admitted.source().name(), reason, admitted.receivedAt(), raw);
  }
}
