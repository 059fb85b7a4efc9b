package dev.warmline.usecase;

import dev.warmline.lead.LeadId;

/** How what can never be worked off is parked: why, and a name for it that is no personal data. */
final class Poison {
  private Poison() {}

  /** A kind, by which what is parked is counted, and what was said. */
  static String reason(RuntimeException why) {
    var kind = why instanceof TooLarge ? "too large" : why.getClass().getSimpleName();
    return kind + ": " + why.getMessage();
  }

  /** The same of a lead that would move and cannot. */
  static String historyFull(String why) {
    return "history full: " + why;
  }

  /** A lead, once for all that touched it. */
  static String name(LeadId lead) {
    return lead + "/LEAD";
  }
}
