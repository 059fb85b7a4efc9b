package dev.warmline.lead;

import java.time.Instant;

/**
 * The stage that a lead is in, and which of its cycles that is.
 *
 * @param since when it entered the stage
 * @param why why it is in the stage, as its history says
 * @param cycle the number of the open cycle, else of the last one; 0 before the first
 * @param cycles the highest number of a cycle that it or a lead merged into it ever had
 * @param entries how many lines its history has; they are numbered from 1
 */
public record Position(Stage stage, Instant since, String why, int cycle, int cycles, int entries) {
  /** The most lines that the history of a lead has. */
  public static final int MOST_ENTRIES = 1_000;

  /** The most cycles that a lead can open. */
  public static final int MOST_CYCLES = 200;

  public Position {
    if (cycle < 0 || cycles < cycle || entries < 0) {
      throw new IllegalArgumentException("a lead counts from zero");
    }
  }

  /** Whether one lead has no more lines and cycles than it may have. */
  boolean fits() {
    return entries <= MOST_ENTRIES && cycles <= MOST_CYCLES;
  }

  /** In another stage; one line of history more. */
  Position moved(Stage to, String reason, Instant now) {
    return new Position(to, now, reason, cycle, cycles, entries + 1);
  }

  /** In the next cycle. */
  Position inNextCycle() {
    return new Position(stage, since, why, cycles + 1, cycles + 1, entries);
  }

  /** Back where this is, after all that the lead has been through since. */
  Position again(Position later) {
    return new Position(stage, since, why, cycle, later.cycles(), later.entries() + 1);
  }

  /** After another lead, which had so many cycles, was merged into it. */
  Position withCycles(int highest) {
    return new Position(stage, since, why, cycle, highest, entries);
  }
}
