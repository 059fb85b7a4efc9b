package dev.warmline.rule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * The clock on both sides.
 *
 * @param acceptWithin how long sales may take to accept or return
 * @param answerReturnWithin how long marketing may take to answer a returned lead
 * @param businessHours when the clock runs; without it always
 */
public record Sla(
    Optional<Duration> acceptWithin,
    Optional<Duration> answerReturnWithin,
    Optional<BusinessHours> businessHours) {
  /** No clock. */
  public static final Sla NONE = new Sla(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * The hours of the week when people work, in the model's time zone.
   *
   * @param from the first minute
   * @param to the end, excluded; after {@code from}
   */
  public record BusinessHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    public BusinessHours {
      days = Set.copyOf(days);
    }
  }
}
