package dev.warmline.lead;

import java.time.Instant;
import java.util.Optional;

/**
 * When a lead must be looked at though no event comes.
 *
 * @param due the next such instant, if there is one
 */
public record Agenda(Optional<Instant> due) {

  /** Nothing is due. */
  public static final Agenda EMPTY = new Agenda(Optional.empty());
}
