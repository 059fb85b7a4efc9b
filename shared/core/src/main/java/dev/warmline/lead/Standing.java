package dev.warmline.lead;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a lead stands, and what follows from how it came there.
 *
 * @param announcement whether sales has heard of the open cycle
 * @param left the last exit, return or expiry: the way back to MQL needs a positive hit after it,
 *     and the cool-down runs from it
 * @param assignment in whose hands it is
 * @param signals what sales was told of its fast-track signals
 * @param givenBack what its last return left open
 * @param lastAct the newest act of a person or feed
 */
public record Standing(
    Position position,
    Announcement announcement,
    Optional<Instant> left,
    Assignment assignment,
    Deadlines deadlines,
    Signals signals,
    Optional<GivenBack> givenBack,
    Optional<LastAct> lastAct) {

  /** The places that the table of acts tells apart. */
  public enum Place {
    SUSPECT,
    PROSPECT,
    RECYCLED,
    WAITING,
    ANNOUNCED,
    SAL,
    SQL,
    CUSTOMER,
    DISQUALIFIED
  }

  /** A Suspect since that instant. */
  public static Standing suspect(Instant since) {
    return new Standing(
        new Position(Stage.SUSPECT, since, "new", 0, 0, 0),
        new Announcement.NotOpen(),
        Optional.empty(),
        Assignment.NONE,
        Deadlines.NONE,
        Signals.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /** The stage it is in. */
  public Stage stage() {
    return position.stage();
  }

  /** When it entered the stage. */
  public Instant since() {
    return position.since();
  }

  /** Why it is in the stage, as its history says. */
  public String why() {
    return position.why();
  }

  /** The number of the open cycle, else of the last one; 0 before the first. */
  public int cycle() {
    return position.cycle();
  }

  /** The place in the table of acts. */
  public Place place() {
    return switch (stage()) {
      case SUSPECT -> Place.SUSPECT;
      case PROSPECT -> Place.PROSPECT;
      case RECYCLED -> Place.RECYCLED;
      case MQL -> announcement instanceof Announcement.Waiting ? Place.WAITING : Place.ANNOUNCED;
      case SAL -> Place.SAL;
      case SQL -> Place.SQL;
      case CUSTOMER -> Place.CUSTOMER;
      case DISQUALIFIED -> Place.DISQUALIFIED;
    };
  }

  /** Who has it, if somebody has. */
  public Optional<String> owner() {
    return assignment.owner();
  }

  /** Why the open cycle waits, if it does. */
  public Optional<Announcement.Waiting> waiting() {
    return announcement instanceof Announcement.Waiting waiting
        ? Optional.of(waiting)
        : Optional.empty();
  }

  /** Whether sales has heard of the open cycle. */
  public boolean isAnnounced() {
    return announcement instanceof Announcement.Announced;
  }

  /** Whether sales works on an open cycle. */
  public boolean isWithSales() {
    return switch (place()) {
      case ANNOUNCED, SAL, SQL -> true;
      case SUSPECT, PROSPECT, WAITING, RECYCLED, DISQUALIFIED, CUSTOMER -> false;
    };
  }

  /** Whether whoever accepts has it: sales works on it, and nobody has accepted it or has it. */
  public boolean isToTake() {
    return isWithSales() && (place() == Place.ANNOUNCED || owner().isEmpty());
  }

  /** Whether a cycle is open. */
  public boolean isOpen() {
    return isWithSales() || waiting().isPresent();
  }

  /** Whether it may still qualify. */
  public boolean isBelow() {
    return switch (place()) {
      case SUSPECT, PROSPECT, RECYCLED -> true;
      case WAITING, ANNOUNCED, SAL, SQL, DISQUALIFIED, CUSTOMER -> false;
    };
  }

  /** Whether a person, not the scorecard, opened or announced the cycle. */
  public boolean isHandedOver() {
    return announcement instanceof Announcement.Announced(var at, var by)
        && by.equals(new Act.HandedOver("").word());
  }

  /** In another stage from now on, with no deadline running; one line of history more. */
  Standing moved(Stage to, String why, Instant now) {
    return with(position.moved(to, why, now)).with(Deadlines.NONE);
  }

  /** In the next cycle: what the one before left open is closed. */
  Standing inNextCycle() {
    return with(position.inNextCycle()).withGivenBack(Optional.empty());
  }

  /** Somewhere else. */
  public Standing with(Position position) {
    return new Standing(
        position, announcement, left, assignment, deadlines, signals, givenBack, lastAct);
  }

  /** Announced, waiting, or with no cycle open. */
  public Standing with(Announcement announcement) {
    return new Standing(
        position, announcement, left, assignment, deadlines, signals, givenBack, lastAct);
  }

  /** In these hands. */
  public Standing with(Assignment assignment) {
    return new Standing(
        position, announcement, left, assignment, deadlines, signals, givenBack, lastAct);
  }

  /** With these deadlines running. */
  public Standing with(Deadlines deadlines) {
    return new Standing(
        position, announcement, left, assignment, deadlines, signals, givenBack, lastAct);
  }

  /** With this told of its signals. */
  public Standing with(Signals signals) {
    return new Standing(
        position, announcement, left, assignment, deadlines, signals, givenBack, lastAct);
  }

  /** Left at an instant. */
  Standing withLeft(Optional<Instant> left) {
    return new Standing(
        position, announcement, left, assignment, deadlines, signals, givenBack, lastAct);
  }

  /** With this left open by a return. */
  Standing withGivenBack(Optional<GivenBack> givenBack) {
    return new Standing(
        position, announcement, left, assignment, deadlines, signals, givenBack, lastAct);
  }

  /** After an act of a person or feed. */
  Standing withLastAct(Optional<LastAct> lastAct) {
    return new Standing(
        position, announcement, left, assignment, deadlines, signals, givenBack, lastAct);
  }
}
