package dev.warmline.lead;

import dev.warmline.event.ProfileKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A person as the product knows them.
 *
 * @param version grows by one with every write; a write is conditioned on the version it was made
 *     from; 0 is a lead that was never stored
 * @param identity who it is: linked persons and what was theirs of devices
 * @param standing the stage it reached, and what follows from that
 * @param card what the last evaluation said
 * @param agenda when the clock must look at it again
 */
public record Lead(
    LeadId id, long version, Identity identity, Standing standing, Card card, Agenda agenda) {
  public Lead {
    if (version < 0) {
      throw new IllegalArgumentException("a lead counts from zero");
    }
  }

  /** A lead before its first evaluation, to be stored as version 1. */
  public static Lead founded(LeadId id, ProfileKey person, Instant now) {
    return new Lead(id, 1, Identity.of(person), Standing.suspect(now), Card.empty(), Agenda.EMPTY);
  }

  /** Whether this lead was merged into another. */
  public boolean isTombstone() {
    return identity.mergedInto().isPresent();
  }

  /** The survivor, if this lead was merged away. */
  public Optional<LeadId> mergedInto() {
    return identity.mergedInto();
  }

  /** The stage it is in. */
  public Stage stage() {
    return standing.stage();
  }

  /** Whether it would qualify if what is required were known. */
  public boolean isIncomplete() {
    return standing.isBelow() && card.isLacking();
  }

  /** When the clock must look at it again, if ever. */
  public Optional<Instant> due() {
    return agenda.due();
  }

  /** The same lead with this version. */
  public Lead withVersion(long version) {
    return new Lead(id, version, identity, standing, card, agenda);
  }

  /**
   * The same lead as somebody who has other events: its checkpoint knew those it had, and the clock
   * looks at it soon if nobody else does.
   */
  public Lead with(Identity changed, Instant now) {
    return new Lead(
        id, version, changed, standing, card.withCheckpoint(Optional.empty()), agenda.soon(now));
  }

  /** The same lead standing elsewhere. */
  public Lead with(Standing standing) {
    return new Lead(id, version, identity, standing, card, agenda);
  }

  /** The same lead with this card. */
  public Lead with(Card card) {
    return new Lead(id, version, identity, standing, card, agenda);
  }

  /** The same lead with this due instant. */
  public Lead withDue(Optional<Instant> due) {
    return new Lead(id, version, identity, standing, card, new Agenda(due));
  }
}
