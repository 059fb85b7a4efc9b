package dev.warmline.lead;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a lead stands, and what follows from how it came there.
 *
 * @param since when it entered the stage
 * @param why why it is in the stage, as its history says
 * @param cycle the number of the open cycle, else of the last one; 0 before the first
 * @param cycles the highest number of a cycle that it or a lead merged into it ever had
 * @param entries how many stage entries its history has; they are numbered from 1
 * @param announcement whether sales has heard of the open cycle
 * @param left the last exit, return or expiry: the way back to MQL needs a positive hit after it,
 *     and the cool-down runs from it
 * @param owner who of sales has it; nobody before there is a team file
 * @param signals what sales was told of its fast-track signals
 * @param actedAt the instant of the newest act of a person or feed
 */
public record Standing(
    Stage stage,
    Instant since,
    String why,
    int cycle,
    int cycles,
    int entries,
    Announcement announcement,
    Optional<Instant> left,
    Optional<String> owner,
    Deadlines deadlines,
    Signals signals,
    Optional<Instant> actedAt) {

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

  public Standing {
    if (cycle < 0 || cycles < cycle || entries < 0) {
      throw new IllegalArgumentException("a lead counts from zero");
    }
  }

  /** A Suspect since that instant. */
  public static Standing suspect(Instant since) {
    return new Standing(
        Stage.SUSPECT,
        since,
        "new",
        0,
        0,
        0,
        new Announcement.NotOpen(),
        Optional.empty(),
        Optional.empty(),
        Deadlines.NONE,
        Signals.NONE,
        Optional.empty());
  }

  /** The place in the table of acts. */
  public Place place() {
    return switch (stage) {
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

  /** Whether a person, not the scorecard, opened or announced the cycle. */
  public boolean isHandedOver() {
    return announcement instanceof Announcement.Announced(var at, var by)
        && by.equals(new Act.HandedOver("").word());
  }

  /** In another stage from now on, with no deadline running; one line of history more. */
  Standing moved(Stage to, String why, Instant now) {
    return new Standing(
        to,
        now,
        why,
        cycle,
        cycles,
        entries + 1,
        announcement,
        left,
        owner,
        Deadlines.NONE,
        signals,
        actedAt);
  }

  /** In the next cycle. */
  Standing inNextCycle() {
    return new Standing(
        stage,
        since,
        why,
        cycles + 1,
        cycles + 1,
        entries,
        announcement,
        left,
        owner,
        deadlines,
        signals,
        actedAt);
  }

  /** Announced, waiting, or with no cycle open. */
  public Standing with(Announcement announcement) {
    return new Standing(
        stage,
        since,
        why,
        cycle,
        cycles,
        entries,
        announcement,
        left,
        owner,
        deadlines,
        signals,
        actedAt);
  }

  /** With these deadlines running. */
  public Standing with(Deadlines deadlines) {
    return new Standing(
        stage,
        since,
        why,
        cycle,
        cycles,
        entries,
        announcement,
        left,
        owner,
        deadlines,
        signals,
        actedAt);
  }

  /** With this told of its signals. */
  public Standing with(Signals signals) {
    return new Standing(
        stage,
        since,
        why,
        cycle,
        cycles,
        entries,
        announcement,
        left,
        owner,
        deadlines,
        signals,
        actedAt);
  }

  /** Left at an instant. */
  Standing withLeft(Optional<Instant> left) {
    return new Standing(
        stage,
        since,
        why,
        cycle,
        cycles,
        entries,
        announcement,
        left,
        owner,
        deadlines,
        signals,
        actedAt);
  }

  /** After an act of a person or feed. */
  Standing withActedAt(Optional<Instant> actedAt) {
    return new Standing(
        stage,
        since,
        why,
        cycle,
        cycles,
        entries,
        announcement,
        left,
        owner,
        deadlines,
        signals,
        actedAt);
  }

  /** After another lead, which had so many cycles, was merged into it. */
  Standing withCycles(int cycles) {
    return new Standing(
        stage,
        since,
        why,
        cycle,
        cycles,
        entries,
        announcement,
        left,
        owner,
        deadlines,
        signals,
        actedAt);
  }
}
