package dev.warmline.lead;

/** A lead would have more profiles than it can: the event is parked, the lead stays as it is. */
public final class TooManyProfiles extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyProfiles(LeadId lead) {
    super(
        "lead "
            + lead
            + " has "
            + Lead.MAX_PROFILES
            + " profiles, the most one lead can have: an id that many people share (a kiosk, a test"
            + " account) should not be sent as userId");
  }
}
