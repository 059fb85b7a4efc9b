package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A quick look at type and event name that spares most events the matcher: false only where no
 * pattern can match.
 */
final class EventPrefilter {
  private final Map<EventType, Names> byType = new EnumMap<>(EventType.class);

  /** The event names that patterns for a type want. */
  private static final class Names {
    private final Set<String> wanted = new HashSet<>();
    private boolean any;
  }

  EventPrefilter(List<Pattern> patterns) {
    for (var type : EventType.values()) {
      byType.put(type, new Names());
    }
    patterns.forEach(this::add);
  }

  boolean mayMatch(Event event) {
    var names = byType.get(event.type());
    return names != null
        && (names.any
            || (!names.wanted.isEmpty()
                && event.text("event").filter(names.wanted::contains).isPresent()));
  }

  private void add(Pattern pattern) {
    var types = literals(pattern.json().path("type"));
    var names = literals(pattern.json().path("event"));
    for (var entry : byType.entrySet()) {
      if (types.isEmpty() || types.get().contains(entry.getKey().word())) {
        names.ifPresentOrElse(entry.getValue().wanted::addAll, () -> entry.getValue().any = true);
      }
    }
  }

  private static Optional<Set<String>> literals(JsonNode wanted) {
    if (!wanted.isArray()) {
      return Optional.empty();
    }
    var literals = new HashSet<String>();
    for (var value : wanted) {
      if (!value.isTextual()) {
        return Optional.empty();
      }
      literals.add(value.textValue());
    }
    return Optional.of(literals);
  }
}
