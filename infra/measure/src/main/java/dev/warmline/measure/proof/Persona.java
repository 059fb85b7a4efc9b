package dev.warmline.measure.proof;

/**
 * Kinds of visitors whose verdict does not depend on the order in which their events come in: no
 * part of the events of one who does not qualify qualifies either.
 */
enum Persona {
  /** Interested and a good fit. */
  HOT,
  /** The same with two devices that both turn out to be theirs. */
  HOT_ON_TWO_DEVICES,
  /** Asks for a demo once; nothing else speaks for them. */
  ASKS_FOR_DEMO,
  /** Known by an e-mail address and by a user id, which a server then says are one. */
  HOT_UNDER_TWO_IDS,
  /** Interested, but the company does not fit. */
  POOR_FIT,
  /** Interested and a good fit, but never says for which company. */
  NO_COMPANY,
  /** A good fit who only reads, jobs too, on a browser that a hot visitor shares. */
  READER,
  /** As interested as the hot ones, but never says who it is. */
  STRANGER,
  /** Works for a competitor. */
  COMPETITOR;

  boolean qualifies() {
    return switch (this) {
      case HOT, HOT_ON_TWO_DEVICES, ASKS_FOR_DEMO, HOT_UNDER_TWO_IDS -> true;
      case POOR_FIT, NO_COMPANY, READER, STRANGER, COMPETITOR -> false;
    };
  }

  /** Whether they download, fill in forms and so on enough to be hot. */
  boolean isActive() {
    return switch (this) {
      case HOT, HOT_ON_TWO_DEVICES, HOT_UNDER_TWO_IDS, NO_COMPANY, STRANGER, COMPETITOR -> true;
      case ASKS_FOR_DEMO, POOR_FIT, READER -> false;
    };
  }

  boolean readsPricing() {
    return this != READER && this != ASKS_FOR_DEMO;
  }
}
