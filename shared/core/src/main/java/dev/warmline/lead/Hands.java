package dev.warmline.lead;

import java.util.List;

/** Whose leads of sales are, by the team in force. Not asked where there is none. */
public interface Hands {
  /** Where there is no team. */
  Hands NOBODYS =
      new Hands() {
        @Override
        public Assignment give(Wanted wanted) {
          return Assignment.to(wanted.queue());
        }

        @Override
        public boolean recordContacts(String queue) {
          return false;
        }

        @Override
        public List<Lead> colleagues() {
          return List.of();
        }
      };

  /**
   * Finds the hands for a lead, and takes the turn that gives it an owner; asked again for the same
   * cycle it gives the same.
   *
   * @throws dev.warmline.event.StoreUnavailable if the turn could not be taken
   */
  Assignment give(Wanted wanted);

  /**
   * Whether those of a queue say when they spoke with a lead: only then its silence says something.
   *
   * @throws dev.warmline.event.StoreUnavailable if that cannot be read
   */
  boolean recordContacts(String queue);

  /**
   * The others of its company that sales works on or that are customers.
   *
   * @throws dev.warmline.event.StoreUnavailable if that cannot be read
   */
  List<Lead> colleagues();
}
