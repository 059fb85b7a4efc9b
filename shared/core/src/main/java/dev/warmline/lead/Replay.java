package dev.warmline.lead;

import dev.warmline.event.Event;
import dev.warmline.rule.Publication;
import dev.warmline.score.RisingScores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Lives through the history of one lead again, under one model: an evaluation at each event and at
 * each instant at which time alone may change something. The stage is a fold over evaluations, so
 * this is how a test or a backtest knows it.
 */
public final class Replay {
  private final List<Event> events;
  private final Remembered remembered;
  private final RisingScores scores;
  private final Publication publication;
  private final Instant from;
  private final Instant proven;
  private final List<StageEntry> history = new ArrayList<>();
  private final Map<Integer, CycleRecord> cycles = new TreeMap<>();
  private final Map<Integer, CycleRecord> changed = new TreeMap<>();
  private final SequencedMap<String, Answer> answers = new LinkedHashMap<>();
  private Lead lead;

  /**
   * Where a lead ends, and how it got there.
   *
   * @param history oldest first
   * @param cycles the records of its cycles that came or changed
   * @param answers to the acts that were done, by their ids
   */
  public record Lived(
      Lead lead,
      List<StageEntry> history,
      List<CycleRecord> cycles,
      SequencedMap<String, Answer> answers) {
    public Lived {
      history = List.copyOf(history);
      cycles = List.copyOf(cycles);
      answers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(answers));
    }
  }

  /**
   * What is kept of a lead.
   *
   * @param cycles the records of its cycles
   * @param isDone whether the act with this id has an answer
   */
  public record Remembered(Lead lead, List<CycleRecord> cycles, Predicate<String> isDone) {
    public Remembered {
      cycles = List.copyOf(cycles);
    }

    private boolean isScored() {
      return !lead.card().asOf().equals(Instant.EPOCH);
    }
  }

  private Replay(
      List<Event> events, Remembered remembered, Publication publication, Instant proven) {
    this.events = events;
    this.remembered = remembered;
    this.scores = new RisingScores(events, publication.model());
    this.publication = publication;
    this.from = remembered.isScored() ? remembered.lead().card().asOf() : Instant.MIN;
    this.proven = proven;
    this.lead = remembered.lead();
    remembered.cycles().forEach(cycle -> cycles.put(cycle.number(), cycle));
  }

  /**
   * Replays the events of one lead.
   *
   * @param events at least one, in any order
   * @param until the last instant that is looked at
   */
  public static Lived of(Collection<Event> events, Publication publication, Instant until) {
    var ordered = events.stream().sorted(Event.ORDER).toList();
    var founder = ordered.getFirst();
    var key = founder.profile().key();
    var lead = Lead.founded(LeadId.unstored(key), key, founder.occurredAt());
    var remembered = new Remembered(lead, List.of(), _ -> false);
    return new Replay(ordered, remembered, publication, Instant.MIN).live(until);
  }

  /**
   * Goes on with a lead that was lost, or is stored as it was some time ago: with what happened
   * after its scorecard, and with acts that have no answer. That sales was told of a cycle is known
   * of those that were open when somebody last did something; the others wait where the publication
   * keeps them quiet.
   *
   * @param events all of the lead's, in any order
   */
  public static Lived onward(
      Remembered remembered, Collection<Event> events, Publication publication, Instant until) {
    var ordered = events.stream().sorted(Event.ORDER).toList();
    var acts = ordered.stream().filter(event -> Outcomes.read(event).isPresent());
    var proven = acts.map(Event::occurredAt).max(Instant::compareTo).orElse(Instant.MIN);
    return new Replay(ordered, unborn(remembered, ordered), publication, proven).live(until);
  }

  /** A lead that was never scored begins with its first event. */
  private static Remembered unborn(Remembered remembered, List<Event> events) {
    var begun = Standing.suspect(events.getFirst().occurredAt());
    return remembered.isScored()
        ? remembered
        : new Remembered(remembered.lead().with(begun), remembered.cycles(), remembered.isDone());
  }

  private Lived live(Instant until) {
    for (var event : events) {
      var act = Outcomes.read(event).filter(this::isToDo);
      var at = event.occurredAt().isAfter(from) ? event.occurredAt() : from;
      if (at.isAfter(until)) {
        break;
      }
      if (act.isPresent() || event.occurredAt().isAfter(from)) {
        untilDue(at);
        live(at, act);
      }
    }
    untilDue(until.plusMillis(1));
    evaluate(until);
    return new Lived(lead, history, List.copyOf(changed.values()), answers);
  }

  private boolean isToDo(Done act) {
    return !answers.containsKey(act.id()) && !remembered.isDone().test(act.id());
  }

  /** Time passes: every instant that was due before {@code end}. */
  private void untilDue(Instant end) {
    for (var due = lead.due(); due.isPresent() && due.get().isBefore(end); due = lead.due()) {
      evaluate(due.get());
    }
  }

  private void evaluate(Instant now) {
    live(now, Optional.empty());
  }

  private void live(Instant now, Optional<Done> done) {
    var terms = new Terms(now.isAfter(proven) ? publication : publication.loud());
    var stored = List.copyOf(cycles.values());
    var next = new Transition(lead, scores.at(now), terms, Hands.NOBODYS, now, () -> stored);
    done.ifPresent(act -> answers.put(act.id(), next.apply(act)));
    next.evaluate();
    history.addAll(next.entries());
    next.cycles().forEach(cycle -> changed.put(cycle.number(), cycle));
    cycles.putAll(changed);
    lead = next.lead(Optional.empty());
  }
}
