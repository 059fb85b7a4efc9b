package dev.warmline.measure.simulation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What happened, in words; kept only where somebody will read it. */
final class Trace {
  private final boolean isKept;
  private final InstantSource clock;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, String> names = new TreeMap<>();

  Trace(boolean isKept, InstantSource clock) {
    this.isKept = isKept;
    this.clock = clock;
  }

  void add(Supplier<String> words) {
    if (isKept) {
      lines.add(clock.instant() + "  " + words.get());
    }
  }

  /** An id that is hard to read, and what to say for it. */
  void name(String id, String words) {
    names.putIfAbsent(id, words);
  }

  List<String> lines() {
    return named(lines);
  }

  int size() {
    return lines.size();
  }

  /** The same lines with names in place of ids. */
  List<String> named(List<String> lines) {
    return lines.stream().map(this::named).toList();
  }

  private String named(String line) {
    var words = line;
    for (var name : names.entrySet()) {
      words = words.replace(name.getKey(), name.getValue());
    }
    return words;
  }
}
