package dev.warmline.deploy;

import dev.warmline.event.Event;
import dev.warmline.event.EventLog;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.LeadStore.Committed;
import dev.warmline.lead.Replay;
import dev.warmline.lead.Replay.Lived;
import dev.warmline.lead.Replay.Remembered;
import dev.warmline.lead.Retry;
import dev.warmline.rule.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;

/**
 * Brings a lead to where people and feeds left it, by acts in the log that its store has no answer
 * to: it lives again through what happened since its scorecard, up to when the publication keeps
 * everybody quiet. Nobody is told, because they were told then.
 */
record Relive(EventLog log, LeadStore leads, Retry retry) {
  /** The most events of a lead that are held at once; one lead is held at a time. */
  private static final int MOST_EVENTS = 50_000;

  private static final int CHANGES_AT_ONCE = 50;

  /**
   * Does again what was done with a lead and has no answer.
   *
   * @throws IllegalStateException if the lead has more events than can be held
   */
  synchronized void relive(LeadId id, Publication publication) {
    retry.until(() -> attempt(id, publication));
  }

  private Optional<Committed> attempt(LeadId id, Publication publication) {
    var changes =
        new LeadDirectory(leads)
            .findLiving(id)
            .map(lead -> changes(lead, publication))
            .orElse(List.of());
    var parts = changes.stream().gather(Gatherers.windowFixed(CHANGES_AT_ONCE)).toList();
    return parts.stream().allMatch(part -> leads.commit(part) == Committed.SAVED)
        ? Optional.of(Committed.SAVED)
        : Optional.empty();
  }

  private List<Change> changes(Lead lead, Publication publication) {
    var events = events(lead, publication);
    if (events.isEmpty()) {
      return List.of();
    }
    var asOf = lead.card().asOf();
    var quiet = publication.quietBefore();
    var until = quiet.isAfter(asOf) ? quiet : asOf;
    var remembered = new Remembered(lead, leads.listCycles(lead.id()), this::isDone);
    var lived = Replay.onward(remembered, events, publication, until);
    return lived.answers().isEmpty() ? List.of() : changes(lead, lived);
  }

  private boolean isDone(String act) {
    return leads.findAnswer(act).isPresent();
  }

  private List<Event> events(Lead lead, Publication publication) {
    var events = new ArrayList<Event>();
    log.read(
        lead.identity().profiles(),
        Optional.empty(),
        event -> {
          if (isMeant(event, lead, publication)) {
            events.add(event);
          }
          if (events.size() > MOST_EVENTS) {
            throw new IllegalStateException("more events than can be held: " + MOST_EVENTS);
          }
          return true;
        });
    return events;
  }

  /** What came later is told of as usual, and so is left to who scores. */
  private static boolean isMeant(Event event, Lead lead, Publication publication) {
    return lead.identity().owns(event)
        && !event.receivedAt().isAfter(publication.quietBefore())
        && publication.model().looksAt(event);
  }

  /** The lead comes first: what was written with it is not done again. */
  private static List<Change> changes(Lead lead, Lived lived) {
    var changes = new ArrayList<Change>();
    changes.add(new Change.PutLead(lived.lead().withVersion(lead.version() + 1), lead.version()));
    lived.answers().forEach((act, answer) -> changes.add(new Change.PutAnswer(act, answer)));
    lived.history().forEach(entry -> changes.add(new Change.AddEntry(lead.id(), entry)));
    lived.cycles().forEach(cycle -> changes.add(new Change.PutCycle(lead.id(), cycle)));
    return changes;
  }
}
