package dev.warmline.rule;

import java.time.Instant;

/**
 * A model put in force.
 *
 * @param number 1 for the first publication, and one more for each that follows
 * @param quietBefore evidence received up to then announces nobody: a silent publication sets it to
 *     its own instant, a loud one keeps the one before
 */
public record Publication(int number, Model model, Instant quietBefore) {

  /** A publication that keeps nobody quiet. */
  public Publication(int number, Model model) {
    this(number, model, Instant.EPOCH);
  }
}
