package dev.warmline.score;

import java.time.Duration;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Short digests of the ids of the newest events, by the hour: an event that may be a copy of one of
 * them is for the log to judge. Two ids of one digest cost a look at the log, nothing more.
 */
final class RecentIds {
  private static final int MOST = 1_000;
  private static final int LENGTH = 4;
  private static final char END = ':';
  private static final char FIRST = 'a';
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final NavigableMap<Long, NavigableSet<String>> byHour;

  private RecentIds(NavigableMap<Long, NavigableSet<String>> byHour) {
    this.byHour = byHour;
  }

  /** Those of events, some of which nothing looks at, that a copy still to come could be of. */
  static RecentIds of(Collection<LoggedEvent> events, long mark) {
    var ids = new RecentIds(new TreeMap<>());
    events.stream()
        .filter(event -> hour(event.at()) >= firstHour(mark) && Fold.looksAt(event))
        .forEach(ids::add);
    return ids;
  }

  /** Notes an id; false if it may have been there. */
  boolean add(LoggedEvent event) {
    var digest = LoggedEvent.digest(event.event().id()).substring(0, LENGTH);
    var isNew = byHour.values().stream().noneMatch(hour -> hour.contains(digest));
    byHour.computeIfAbsent(hour(event.at()), first -> new TreeSet<>()).add(digest);
    return isNew;
  }

  /** Those that a copy still to come, after a mark, could be of. */
  RecentIds since(long mark) {
    return new RecentIds(byHour.tailMap(firstHour(mark), true));
  }

  boolean fits() {
    return byHour.values().stream().mapToInt(NavigableSet::size).sum() <= MOST;
  }

  /**
   * How long before {@code base} the first hour was, then each digest behind the letter of its own.
   */
  String write(long base) {
    var first = byHour.isEmpty() ? hour(base) : byHour.firstKey();
    var text = new StringBuilder().append(hour(base) - first).append(END);
    byHour.forEach(
        (hour, ids) -> ids.forEach(id -> text.append((char) (FIRST + hour - first)).append(id)));
    return text.toString();
  }

  static RecentIds read(String text, long base) {
    var ids = new TreeMap<Long, NavigableSet<String>>();
    var end = text.indexOf(END);
    var first = hour(base) - Long.parseLong(text.substring(0, end));
    for (var from = end + 1; from < text.length(); from += 1 + LENGTH) {
      ids.computeIfAbsent(first + text.charAt(from) - FIRST, hour -> new TreeSet<>())
          .add(text.substring(from + 1, from + 1 + LENGTH));
    }
    return new RecentIds(ids);
  }

  private static long firstHour(long mark) {
    return mark == Long.MIN_VALUE ? mark : hour(mark - Twins.WINDOW);
  }

  private static long hour(long at) {
    return Math.floorDiv(at, HOUR);
  }
}
