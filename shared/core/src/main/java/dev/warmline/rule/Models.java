package dev.warmline.rule;

import java.time.Instant;

/**
 * The published models. Versions are immutable; a publication is numbered, a rollback is a new one.
 */
public interface Models {

  /**
   * The current publication. What it answers may be up to ten seconds old; the number only grows.
   *
   * @throws dev.warmline.event.StoreUnavailable if the store cannot answer or nothing is published
   */
  Publication current(Instant now);
}
