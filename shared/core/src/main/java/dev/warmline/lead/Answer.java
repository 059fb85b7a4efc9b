package dev.warmline.lead;

/**
 * What became of an act: everybody who repeats it gets the same.
 *
 * @param kind whether it moved the lead
 * @param why in words, for whoever acted
 */
public record Answer(Kind kind, String why) {

  /** Whether an act moved the lead. */
  public enum Kind {
    MOVED,
    STAYED,
    REFUSED
  }

  /** Whether the act could not be done. */
  public boolean isRefused() {
    return kind == Kind.REFUSED;
  }
}
