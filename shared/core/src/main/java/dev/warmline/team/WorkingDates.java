package dev.warmline.team;

import dev.warmline.rule.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Dates as the team file writes them. */
final class WorkingDates {
  /** The form of a date, as a regular expression over the whole text. */
  static final String FORM = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  static final Value<LocalDate> DATE =
      new Value.Formed<>(FORM, "a date such as 2026-12-25", WorkingDates::parse);

  private WorkingDates() {}

  static Optional<LocalDate> parse(String text) {
    try {
      return text.matches(FORM) ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
