package dev.warmline.ingest;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventKey;
import dev.warmline.event.EventType;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells mail scanners, which follow all links of a mail at once, from people, who do not: three or
 * more clicks of one person within two seconds, in one request. They are kept and marked.
 */
public final class ClickBursts {
  private static final int CLICKS = 3;
  private static final Duration WITHIN = Duration.ofSeconds(2);
  private static final String REASON = "three or more clicks within two seconds";

  private ClickBursts() {}

  /** The events of one request in their order, those of bursts marked as a robot's. */
  public static List<Event> marked(Collection<Event> events) {
    var bursts = bursts(events);
    return events.stream()
        .map(event -> bursts.contains(event.key()) ? marked(event) : event)
        .toList();
  }

  private static Set<EventKey> bursts(Collection<Event> events) {
    var bursts = new HashSet<EventKey>();
    events.stream()
        .filter(ClickBursts::isClick)
        .sorted(Event.ORDER)
        .collect(Collectors.groupingBy(Event::profile))
        .values()
        .forEach(clicks -> addBursts(clicks, bursts));
    return bursts;
  }

  private static void addBursts(List<Event> clicks, Set<EventKey> bursts) {
    for (var last = CLICKS - 1; last < clicks.size(); last++) {
      var burst = clicks.subList(last - CLICKS + 1, last + 1);
      var length = Duration.between(burst.getFirst().occurredAt(), burst.getLast().occurredAt());
      if (length.compareTo(WITHIN) <= 0) {
        burst.forEach(click -> bursts.add(click.key()));
      }
    }
  }

  /** An e-mail event of that name, or Segment's track event {@code Email Link Clicked}. */
  private static boolean isClick(Event event) {
    var name = event.text("event").orElse("").toLowerCase(Locale.ROOT);
    return name.contains("click")
        && (event.type() == EventType.EMAIL
            || (event.type() == EventType.TRACK && name.contains("email")));
  }

  private static Event marked(Event event) {
    if (event.json().has("verdict")) {
      return event;
    }
    var json = event.json().deepCopy();
    json.putObject("verdict").put("bot", true).put("reason", REASON);
    return EventJson.of(json);
  }
}
