package dev.warmline.rule;

import java.time.Duration;

/** How the worth of a hit falls with its age. Every duration is positive. */
public sealed interface Decay {

  /** It does not fall. */
  record None() implements Decay {}

  /** It halves with every duration. */
  record HalfLife(Duration duration) implements Decay {}

  /** It falls evenly and is nothing once the duration is over. */
  record Linear(Duration duration) implements Decay {}

  /** It is whole before the duration is over and nothing from then on. */
  record Expires(Duration duration) implements Decay {}
}
