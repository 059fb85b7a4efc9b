package dev.warmline.functions.desk.page;

import dev.warmline.functions.desk.page.Times.Clock;
import dev.warmline.functions.desk.page.Times.When;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a lead shows.
 *
 * @param facts what is known of the person
 * @param stands where it stands
 * @param clocks what runs, on both sides
 * @param acts what whoever looks may do
 * @param scores why it is worth what it is
 * @param record what was written down of it
 * @param kept what is kept of them as a file, and how it is erased; for who leads
 * @param did what the person did, if that was asked for
 */
public record LeadPageView(
    String id,
    String href,
    String name,
    String work,
    List<Fact> facts,
    Stands stands,
    List<Clock> clocks,
    LeadActs acts,
    List<Waterfall> scores,
    Written record,
    List<Other> others,
    Optional<Kept> kept,
    Optional<Did> did) {
  public LeadPageView {
    facts = List.copyOf(facts);
    clocks = List.copyOf(clocks);
    scores = List.copyOf(scores);
    others = List.copyOf(others);
  }

  /**
   * Something that is known.
   *
   * @param href where it leads, if it does: to a mail or a call
   */
  public record Fact(String label, String value, Optional<String> href) {}

  /**
   * Where the lead stands.
   *
   * @param remarks what else must be known at once
   */
  public record Stands(
      String stage,
      When since,
      String why,
      int cycle,
      String queue,
      String owner,
      boolean isMine,
      boolean isHot,
      List<String> remarks) {
    public Stands {
      remarks = List.copyOf(remarks);
    }
  }

  /** What was written down, the newest first. */
  public record Written(List<Note> notes, List<Step> steps, List<Cycle> cycles) {
    public Written {
      notes = List.copyOf(notes);
      steps = List.copyOf(steps);
      cycles = List.copyOf(cycles);
    }
  }

  /** What somebody wrote. */
  public record Note(When at, String by, String text) {}

  /** A step from one stage to another. */
  public record Step(When at, String from, String to, String why, String who) {}

  /** A cycle, and what was done in it. */
  public record Cycle(int number, When opened, String why, String tier, List<Done> acts) {
    public Cycle {
      acts = List.copyOf(acts);
    }
  }

  /** An act upon a cycle. */
  public record Done(When at, String act, String by, String said) {}

  /** Another lead that should be known of. */
  public record Other(String href, String name, String stage, String owner, String why) {}

  /** Where the file of everything that is kept is, and the form that erases it. */
  public record Kept(String file, ActForm erase) {}

  /**
   * What the person did.
   *
   * @param isWhole whether everything was looked at
   */
  public record Did(List<Event> events, boolean isWhole) {
    public Did {
      events = List.copyOf(events);
    }
  }

  /**
   * Something the person did.
   *
   * @param worth what it is worth now, and by which rule
   */
  public record Event(When at, String type, String name, String source, List<Worth> worth) {
    public Event {
      worth = List.copyOf(worth);
    }
  }

  /** What an event is worth now. */
  public record Worth(String points, String says, boolean isDown) {}
}
