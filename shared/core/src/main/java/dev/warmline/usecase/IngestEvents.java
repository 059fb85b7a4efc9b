package dev.warmline.usecase;

import dev.warmline.event.DailyLimit;
import dev.warmline.event.DailyQuota;
import dev.warmline.event.Deadline;
import dev.warmline.event.ErasedPersons;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventLog;
import dev.warmline.event.EventLog.Appended;
import dev.warmline.event.Json;
import dev.warmline.event.Lanes;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.Source;
import dev.warmline.event.Sources;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.ingest.Admitted;
import dev.warmline.ingest.BodyRead;
import dev.warmline.ingest.IngestRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes events in. Success is said only after every acceptable event is durable; an event that
 * cannot be taken is parked with its reason and costs its neighbours nothing.
 */
public final class IngestEvents {
  private static final String EXPIRED =
      "behaviour older than the log keeps: send facts (identify, import)";
  private static final String OVER_BUDGET =
      "with what it says for all of them the events of the batch are over 4 MB: send less context"
          + " or smaller batches";
  private static final String ERASED =
      "erased: whoever this names was erased, and did not do it since";
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
  private final ErasedPersons erased;

  /** The same where nobody was ever erased. */
  public IngestEvents(
      EventLog log,
      ParkedEvents parked,
      Sources sources,
      DailyQuota quota,
      Function<Instant, Deadline> deadlines) {
    this(log, parked, sources, quota, deadlines, ErasedPersons.NOBODY);
  }

  /**
   * Takes events of these sources into this log.
   *
   * @param quota counts for the sources that have a daily limit
   * @param deadlines until when work may be started on a request received at an instant
   * @param erased whose events are not taken
   */
  public IngestEvents(
      EventLog log,
      ParkedEvents parked,
      Sources sources,
      DailyQuota quota,
      Function<Instant, Deadline> deadlines,
      ErasedPersons erased) {
    this.log = log;
    this.parked = parked;
    this.sources = sources;
    this.writeKeys = new WriteKeys(sources);
    this.quota = quota;
    this.deadlines = deadlines;
    this.erased = erased;
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
      return switch (request.body()) {
        case BodyRead.Refused(var reason, var excerpt) -> refuse(reason, excerpt, source, now);
        case BodyRead.Events events ->
            admit(
                JudgedEvents.of(events, new Admitted(request, source, events.envelope(), now)),
                events,
                source,
                now,
                deadline);
      };
    } catch (StoreUnavailable e) {
      return new Ingested.Unavailable(source.name(), RETRY_AFTER, e);
    }
  }

  private Ingested admit(
      JudgedEvents judged, BodyRead.Events read, Source source, Instant now, Deadline deadline) {
    return judged.isOverBudget()
        ? refuse(OVER_BUDGET, Json.write(read.envelope()), source, now)
        : overLimit(Math.max(1, judged.sent()), judged.kilobytes(), source, now)
            .orElseGet(() -> ingest(judged, source, deadline));
  }

  /** A body that is refused counts as one event: it costs a parked item. */
  private Ingested refuse(String reason, String excerpt, Source source, Instant now) {
    var refused = new ParkedEvent(source.name(), reason, now, excerpt);
    var overLimit = overLimit(1, Math.ceilDiv(refused.raw().length(), 1024), source, now);
    if (overLimit.isPresent()) {
      return overLimit.get();
    }
    parked.park(refused);
    return new Ingested.Refused(source.name(), Ingested.Status.BAD_REQUEST, reason);
  }

  /** What waiting does not help is refused: it would come again for ever. */
  private Optional<Ingested> overLimit(long events, long kilobytes, Source source, Instant now) {
    var limit = source.dailyLimit();
    if (limit.equals(DailyLimit.NONE)) {
      return Optional.empty();
    }
    if (!limit.allows(events, kilobytes)) {
      var reason =
          "the request has %d events and %d KB, and this source may send %d events and %d KB in a whole day (0: any number): send smaller batches or raise its daily limit"
              .formatted(events, kilobytes, limit.events(), limit.kilobytes());
      return Optional.of(new Ingested.Refused(source.name(), Ingested.Status.BAD_REQUEST, reason));
    }
    return quota.take(source.name(), events, kilobytes, limit, now)
        ? Optional.empty()
        : Optional.of(new Ingested.OverLimit(source.name(), retryAfter(now)));
  }

  private static Duration retryAfter(Instant now) {
    var left = DailyQuota.untilTomorrow(now).plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
    return left.compareTo(LONGEST_RETRY_AFTER) < 0 ? left : LONGEST_RETRY_AFTER;
  }

  private Ingested ingest(JudgedEvents judged, Source source, Deadline deadline) {
    var bad = new ArrayList<>(judged.bad());
    var good = new ArrayList<Event>();
    for (var event : judged.good()) {
      if (erased.include(event, event.receivedAt())) {
        bad.add(forgotten(event));
      } else {
        good.add(event);
      }
    }
    var appended = log.append(good, deadline);
    for (var i = 0; i < good.size(); i++) {
      var event = good.get(i);
      why(appended.get(i))
          .ifPresent(
              reason ->
                  bad.add(
                      new ParkedEvent(
                          source.name(), reason, event.receivedAt(), EventJson.write(event))));
    }
    parkAll(bad, deadline);
    var stored = (int) appended.stream().filter(Appended.STORED::equals).count();
    return new Ingested.Accepted(source.name(), stored, judged.sent() - bad.size(), bad.size());
  }

  /** That something came, without a word of whom. */
  private static ParkedEvent forgotten(Event event) {
    var json = EventJson.newObject().put("type", event.type().word());
    json.put("occurredAt", EventJson.format(event.occurredAt()));
    return new ParkedEvent(event.source(), ERASED, event.receivedAt(), Json.write(json));
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
}
