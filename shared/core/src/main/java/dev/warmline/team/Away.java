package dev.warmline.team;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Dates on which a person gets no leads.
 *
 * @param to the last of them; not before {@code from}
 */
public record Away(LocalDate from, LocalDate to) {
  /** The form of dates of absence, as a regular expression over the whole text. */
  public static final String FORM = WorkingDates.FORM + "(\\.\\." + WorkingDates.FORM + ")?";

  private static final String UNTIL = "..";

  public Away {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("an absence ends after it begins");
    }
  }

  /** The dates {@code 2026-08-03..2026-08-14}, or one date alone; empty if the text is neither. */
  public static Optional<Away> parse(String text) {
    var until = text.indexOf(UNTIL);
    var from = WorkingDates.parse(until < 0 ? text : text.substring(0, until));
    var to = until < 0 ? from : WorkingDates.parse(text.substring(until + UNTIL.length()));
    return from.flatMap(
        first -> to.filter(last -> !last.isBefore(first)).map(last -> new Away(first, last)));
  }

  /** Whether it covers a date. */
  public boolean covers(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }

  @Override
  public String toString() {
    return from.equals(to) ? from.toString() : from + UNTIL + to;
  }
}
