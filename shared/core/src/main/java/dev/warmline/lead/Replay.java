package dev.warmline.lead;

import dev.warmline.event.Event;
import dev.warmline.rule.Publication;
import dev.warmline.score.RisingScores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Lives through the history of one lead again, under one model: an evaluation at each event and at
 * each instant at which time alone may change something. The stage is a fold over evaluations, so
 * this is how a test or a backtest knows it.
 */
public final class Replay {
  private final List<Event> events;
  private final RisingScores scores;
  private final Publication publication;
  private final List<StageEntry> history = new ArrayList<>();
  private Lead lead;

  /**
   * Where a lead ends, and how it got there.
   *
   * @param history oldest first
   */
  public record Lived(Lead lead, List<StageEntry> history) {
    public Lived {
      history = List.copyOf(history);
    }
  }

  private Replay(List<Event> events, Publication publication, Lead lead) {
    this.events = events;
    this.scores = new RisingScores(events, publication.model());
    this.publication = publication;
    this.lead = lead;
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
    return new Replay(ordered, publication, lead).live(until);
  }

  private Lived live(Instant until) {
    for (var event : events) {
      if (event.occurredAt().isAfter(until)) {
        break;
      }
      untilDue(event.occurredAt());
      live(event.occurredAt(), Outcomes.read(event));
    }
    untilDue(until.plusMillis(1));
    evaluate(until);
    return new Lived(lead, history);
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
    var card = scores.at(now);
    var next = new Transition(lead, card, new Terms(publication), Hands.NOBODYS, now, List::of);
    done.ifPresent(next::apply);
    next.evaluate();
    history.addAll(next.entries());
    lead = next.lead(Optional.empty());
  }
}
