package dev.warmline.lead;

/** Why a lead is evaluated. */
public enum Occasion {
  /** Something happened: sales is told if the lead qualifies. */
  EVENT,
  /** History was imported or rebuilt: a lead that qualifies by it is told to nobody. */
  IMPORTED,
  /** Time passed. */
  TIME,
  /** The alert of the current cycle is known to have been sent, or there is none to send. */
  ALERT_SETTLED;

  /** Whether a lead that qualifies on this occasion is told to nobody. */
  public boolean isSilent() {
    return switch (this) {
      case IMPORTED -> true;
      case EVENT, TIME, ALERT_SETTLED -> false;
    };
  }
}
