package dev.warmline.team;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/** Days of the week as the team file writes them: {@code fri}, {@code mon-thu}, {@code sat-mon}. */
final class WorkingDays {
  static final List<String> WORDS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private static final int WEEK = 7;

  private WorkingDays() {}

  /** The days that a text names, in order; none if it names none. */
  static List<DayOfWeek> parse(String text) {
    var parts = text.split("-", -1);
    var first = WORDS.indexOf(parts[0]);
    var last = WORDS.indexOf(parts[parts.length - 1]);
    var days = new ArrayList<DayOfWeek>();
    if (parts.length > 2 || first < 0 || last < 0) {
      return days;
    }
    for (var after = 0; after <= Math.floorMod(last - first, WEEK); after++) {
      days.add(DayOfWeek.MONDAY.plus(first + after));
    }
    return days;
  }
}
