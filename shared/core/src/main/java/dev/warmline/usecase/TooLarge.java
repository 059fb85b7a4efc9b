package dev.warmline.usecase;

import dev.warmline.lead.LeadId;
import dev.warmline.score.Gathering.Room;

/** A lead has more events of servers than one lead may have: it keeps its last scorecard. */
public final class TooLarge extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooLarge(LeadId lead) {
    super(
        "lead "
            + lead
            + " has more events of servers than one lead may have ("
            + Room.WHOLE.events()
            + "): an id that many people share (a kiosk, a test account) should not be sent as"
            + " userId");
  }
}
