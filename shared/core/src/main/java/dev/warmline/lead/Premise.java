package dev.warmline.lead;

/** What must still be so of a lead when a notice of it is sent; else it is closed unsent. */
public enum Premise {
  /** It is still to be told of: not taken back, disqualified or without consent. */
  TO_BE_TOLD,
  /** Somebody waits for what the notice names. */
  WAITED_FOR,
  /** It is in the same cycle, stage and hands. */
  SAME_STAGE,
  /** It is in the same cycle, and in the hands of who is told. */
  SAME_HANDS,
  /** Marketing has not answered yet. */
  UNANSWERED,
  /** It has not qualified since. */
  BELOW,
  /** It has not been erased, nor has its consent ended. */
  KNOWN,
  /** A team is published. */
  TEAM,
  /** Nothing: whoever was told something is told this too. */
  NOTHING
}
