package dev.warmline.functions.collect;

import dev.warmline.event.DailyLimit;
import dev.warmline.event.Event;
import dev.warmline.event.EventKey;
import dev.warmline.event.EventLog;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.ProfileKey;
import dev.warmline.event.Source;
import dev.warmline.event.SourceForm;
import dev.warmline.event.Sources;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.event.Trust;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The stores that collect writes to, in memory. */
final class Memory implements EventLog, ParkedEvents, Sources {
  final Map<EventKey, Event> log = Collections.synchronizedMap(new LinkedHashMap<>());
  final List<ParkedEvent> parked = Collections.synchronizedList(new ArrayList<>());
  boolean isDown;
  boolean areSourcesDown;

  /** The id of an event that the store refuses for good. */
  String refused = "";

  private static final Map<String, Source> SOURCES =
      Map.of(
          "WK_test",
          Source.of("website", Trust.BROWSER),
          "WK_server",
          Source.of("backend", Trust.SERVER),
          "1aBcDeFgHiJkLmNoPqRsTuVwXyZ",
          Source.of("rudder", Trust.BROWSER),
          Source.formKey("landing"),
          new Source(
              "landing",
              Trust.BROWSER,
              Set.of("https://shop.example"),
              DailyLimit.NONE,
              true,
              new SourceForm(Map.of("mail", "email"), List.of("/thanks", "/other"))),
          Source.formKey("plain"),
          Source.of("plain", Trust.BROWSER),
          Source.formKey("small"),
          new Source("small", Trust.BROWSER, Set.of(), 5),
          "WK_small",
          new Source("small", Trust.BROWSER, Set.of(), 5),
          "WK_shop",
          new Source("shop", Trust.BROWSER, Set.of("https://shop.example"), 0));

  @Override
  public List<Appended> append(List<Event> events) {
    if (isDown) {
      throw new StoreUnavailable("append events", new IOException("down"));
    }
    return events.stream().map(this::put).toList();
  }

  private Appended put(Event event) {
    if (event.id().equals(refused)) {
      return Appended.REJECTED;
    }
    return log.putIfAbsent(event.key(), event) == null ? Appended.STORED : Appended.ALREADY_THERE;
  }

  @Override
  public void read(Collection<ProfileKey> profiles, Optional<Trust> of, Predicate<Event> reader) {
    throw new UnsupportedOperationException("collect reads no events");
  }

  @Override
  public void park(ParkedEvent event) {
    parked.add(event);
  }

  @Override
  public Optional<Source> find(String writeKey, Instant now) {
    if (areSourcesDown) {
      throw new StoreUnavailable("read a source", new IOException("down"));
    }
    return Optional.ofNullable(SOURCES.get(writeKey));
  }

  /** The only event in the log. */
  Event event() {
    if (log.size() != 1) {
      throw new AssertionError("not one event but " + log.values() + ", parked " + parked);
    }
    return log.values().iterator().next();
  }

  /** The event with this id. */
  Event event(String id) {
    return log.values().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
  }

  /** Why each event was parked. */
  List<String> reasons() {
    return parked.stream().map(ParkedEvent::reason).toList();
  }
}
