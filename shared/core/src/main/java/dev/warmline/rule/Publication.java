package dev.warmline.rule;

import java.time.Instant;
import java.util.Optional;

/**
 * A model put in force.
 *
 * @param number 1 for the first publication, and one more for each that follows
 * @param quietBefore evidence received up to then announces nobody: a silent publication sets it to
 *     its own instant, a loud one keeps the one before
 * @param since since when this version of the model is in force; empty where nobody kept it
 */
public record Publication(int number, Model model, Instant quietBefore, Optional<Instant> since) {

  /** A publication of which it is not known since when its model is in force. */
  public Publication(int number, Model model, Instant quietBefore) {
    this(number, model, quietBefore, Optional.empty());
  }

  /** A publication that keeps nobody quiet. */
  public Publication(int number, Model model) {
    this(number, model, Instant.EPOCH);
  }

  /** The same, keeping nobody quiet. */
  public Publication loud() {
    return new Publication(number, model, Instant.EPOCH, since);
  }
}
