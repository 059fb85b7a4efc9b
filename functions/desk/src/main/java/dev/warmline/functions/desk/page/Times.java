package dev.warmline.functions.desk.page;

import dev.warmline.event.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Instants in words: as people say them, with the exact one beside.
 *
 * @param zone of whoever reads them
 */
public record Times(Instant now, ZoneId zone) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_YEAR =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm:ss", Locale.ENGLISH);
  private static final Duration LONG_AGO = Duration.ofDays(180);

  /**
   * An instant.
   *
   * @param words as people say it
   * @param exact with the second and the zone
   * @param iso for programs
   */
  public record When(String words, String exact, String iso) {}

  /**
   * A clock that runs.
   *
   * @param what is to be done until then
   * @param left how many seconds are left, less than nothing once it is over
   * @param state {@code over}, {@code soon} or {@code runs}
   */
  public record Clock(String what, When at, long left, String state) {}

  /** When something was. */
  public When at(Instant at) {
    var ago = Duration.between(at, now);
    if (!ago.isNegative() && ago.compareTo(Duration.ofDays(1)) < 0) {
      return when(at, ago.toMinutes() < 1 ? "just now" : words(ago) + " ago");
    }
    var form = ago.abs().compareTo(LONG_AGO) > 0 ? DAY_AND_YEAR : DAY;
    return when(at, form.format(at.atZone(zone)));
  }

  /** How much of a time is left, or how long it has been over. */
  public Clock clock(String what, Instant due) {
    var left = Duration.between(now, due);
    if (left.isNegative()) {
      return new Clock(what, when(due, words(left.abs()) + " over"), left.toSeconds(), "over");
    }
    var state = left.compareTo(Duration.ofMinutes(30)) < 0 ? "soon" : "runs";
    return new Clock(what, when(due, words(left) + " left"), left.toSeconds(), state);
  }

  /** A time in its two largest units. */
  static String words(Duration time) {
    if (time.toDays() >= 2) {
      return time.toDays() + " days";
    }
    if (time.toHours() >= 1) {
      return time.toHours()
          + " h"
          + (time.toMinutesPart() > 0 ? " " + time.toMinutesPart() + " min" : "");
    }
    return time.toMinutes() < 1 ? "under 1 min" : time.toMinutes() + " min";
  }

  private When when(Instant at, String words) {
    var name = zone.getId().equals("Z") ? "UTC" : zone.getId();
    return new When(words, EXACT.format(at.atZone(zone)) + " " + name, EventJson.format(at));
  }
}
