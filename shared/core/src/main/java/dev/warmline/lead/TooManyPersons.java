package dev.warmline.lead;

/** A lead would have more persons than it can: the event is parked, the lead stays as it is. */
public final class TooManyPersons extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyPersons(LeadId lead) {
    super(
        "lead "
            + lead
            + " has "
            + Identity.MAX_PERSONS
            + " user ids, addresses and numbers, the most that one lead can have: an id that many"
            + " people share (a kiosk, a test account) should not be sent as userId");
  }
}
