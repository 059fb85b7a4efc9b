package dev.warmline.lead;

import java.util.Optional;

/** Where a lead stands between stranger and customer. The words are part of the data contract. */
public enum Stage {
  SUSPECT("Suspect", 0),
  PROSPECT("Prospect", 1),
  RECYCLED("Recycled", 2),
  MQL("MQL", 3),
  SAL("SAL", 4),
  SQL("SQL", 5),
  CUSTOMER("Customer", 6),
  DISQUALIFIED("Disqualified", 7);

  private final String word;
  private final int reach;

  Stage(String word, int reach) {
    this.word = word;
    this.reach = reach;
  }

  /** The word in JSON, in the store and on pages. */
  public String word() {
    return word;
  }

  /** How far this stage is: of two leads that merge, the one that reached further survives. */
  public int reach() {
    return reach;
  }

  /** Whether sales has a lead in this stage and may still win it. */
  public boolean isWithSales() {
    return switch (this) {
      case MQL, SAL, SQL -> true;
      case SUSPECT, PROSPECT, RECYCLED, CUSTOMER, DISQUALIFIED -> false;
    };
  }

  /** The stage with this word, or empty. */
  public static Optional<Stage> parse(String word) {
    for (var stage : values()) {
      if (stage.word.equals(word)) {
        return Optional.of(stage);
      }
    }
    return Optional.empty();
  }
}
