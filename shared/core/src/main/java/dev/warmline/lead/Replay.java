package dev.warmline.lead;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventType;
import dev.warmline.rule.Publication;
import dev.warmline.score.Scorer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Lives through the history of one lead again, under one model: an evaluation at each event and at
 * each instant at which time alone may change something. The stage is a fold over evaluations, so
 * this is how a test or a backtest knows it.
 */
public final class Replay {
  private final List<Event> events;
  private final Publication publication;
  private final List<StageEntry> history = new ArrayList<>();
  private Lead lead;

  /**
   * Where a lead ends, and how it got there.
   *
   * @param history oldest first; every entry to MQL would have been an alert
   */
  public record Lived(Lead lead, List<StageEntry> history) {
    public Lived {
      history = List.copyOf(history);
    }
  }

  private Replay(List<Event> events, Publication publication, Lead lead) {
    this.events = events;
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
    var profiles =
        ordered.stream()
            .map(event -> event.profile().key())
            .limit(Lead.MAX_PROFILES)
            .collect(Collectors.toCollection(TreeSet::new));
    var lead =
        NewLead.foundedBy(LeadId.foundedBy(key), key, founder.occurredAt()).withProfiles(profiles);
    return new Replay(ordered, publication, lead).live(until);
  }

  private Lived live(Instant until) {
    for (var event : events) {
      if (event.occurredAt().isAfter(until)) {
        break;
      }
      untilDue(event.occurredAt());
      decide(event);
      evaluate(event.occurredAt());
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
    var card = Scorer.score(events, publication.model(), now);
    var next = StagePolicy.next(lead, card, publication, now, Occasion.TIME);
    lead = next.lead().withAlertDue(Optional.empty());
    next.entry().ifPresent(history::add);
  }

  /** What sales decided, if the event says so. */
  private void decide(Event event) {
    if (event.type() != EventType.OUTCOME) {
      return;
    }
    event
        .text("stage")
        .flatMap(Stage::parse)
        .filter(stage -> stage != lead.stage() && lead.stage() != Stage.DISQUALIFIED)
        .ifPresent(stage -> decided(event, stage));
  }

  private void decided(Event event, Stage to) {
    var number = lead.entries() + 1;
    var at = event.occurredAt();
    var why = event.text("reason").orElse("decided");
    var who = event.text("by").orElse("sales");
    history.add(
        new StageEntry(
            number, at, lead.stage(), to, lead.cycle(), why, who, true, EventJson.newObject()));
    lead = lead.decided(to, at, number);
  }
}
