package dev.warmline.lead;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How urgent a cycle is. The words are part of the data contract. */
public enum Tier {
  /** A fast-track signal qualified it. */
  HOT,
  WARM;

  /** The word in JSON and in filter policies. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The tier with this word, or empty. */
  public static Optional<Tier> parse(String word) {
    return Arrays.stream(values()).filter(tier -> tier.word().equals(word)).findFirst();
  }
}
