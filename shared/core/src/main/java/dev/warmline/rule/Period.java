package dev.warmline.rule;

import java.time.Duration;

/** What a limit counts in. */
public sealed interface Period {

  /** The whole history, as far as the retention reaches. */
  record Ever() implements Period {}

  /** Days, weeks or months in the model's time zone. */
  record Calendar(Unit unit) implements Period {}

  /**
   * Windows that open at a kept hit which falls in no open window, and close a duration later, the
   * end excluded.
   */
  record Window(Duration duration) implements Period {}

  /** The units of the calendar. */
  enum Unit {
    DAY,
    /** Starts on Monday. */
    WEEK,
    MONTH
  }
}
