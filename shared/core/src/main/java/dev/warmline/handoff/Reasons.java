package dev.warmline.handoff;

import dev.warmline.score.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** Makes lists of reasons short without changing their sum. */
final class Reasons {
  /** The most lines that one score keeps. */
  static final int MAX_LINES = 10;

  private static final Comparator<Reason> WEIGHTIEST_FIRST =
      Comparator.comparingLong((Reason reason) -> Math.abs(reason.points().milli())).reversed();
  private static final Comparator<Reason> LARGEST_FIRST =
      Comparator.comparing(Reason::points).reversed();

  private Reasons() {}

  /** At most {@link #MAX_LINES} reasons in the given order; the smallest become one line. */
  static List<Reason> bounded(List<Reason> reasons) {
    if (reasons.size() <= MAX_LINES) {
      return List.copyOf(reasons);
    }
    var order = new ArrayList<Integer>();
    for (var i = 0; i < reasons.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(reasons::get, WEIGHTIEST_FIRST));
    var kept = new HashSet<>(order.subList(0, MAX_LINES - 1));
    var shown = new ArrayList<Reason>();
    var rest = new ArrayList<Reason>();
    for (var i = 0; i < reasons.size(); i++) {
      (kept.contains(i) ? shown : rest).add(reasons.get(i));
    }
    shown.add(new Reason.More(countOf(rest), sum(rest)));
    return List.copyOf(shown);
  }

  /** For a person: largest first, what was left out after them, all limits as one last line. */
  static List<Reason> forReading(List<Reason> reasons) {
    var limits = reasons.stream().filter(Reason.Limit.class::isInstance).toList();
    var more = reasons.stream().filter(Reason.More.class::isInstance).toList();
    var read = new ArrayList<>(reasons);
    read.removeAll(limits);
    read.removeAll(more);
    read.sort(LARGEST_FIRST);
    read.addAll(more);
    var limited = sum(limits);
    if (limited.milli() != 0) {
      read.add(new Reason.Limit("all", limited));
    }
    return List.copyOf(read);
  }

  /** The sum of the lines. */
  static Points sum(List<Reason> reasons) {
    return reasons.stream().map(Reason::points).reduce(Points.ZERO, Points::plus);
  }

  private static int countOf(List<Reason> reasons) {
    return reasons.stream()
        .mapToInt(reason -> reason instanceof Reason.More more ? more.count() : 1)
        .sum();
  }
}
