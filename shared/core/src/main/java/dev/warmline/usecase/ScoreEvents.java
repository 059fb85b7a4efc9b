package dev.warmline.usecase;

import dev.warmline.event.Event;
import dev.warmline.event.Lanes;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.lead.Actor;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Retry.StillConflicting;
import dev.warmline.lead.TooManyPersons;
import dev.warmline.lead.Whose;
import dev.warmline.rule.Models;
import dev.warmline.rule.Publication;
import dev.warmline.usecase.EvaluateLead.Acted;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Works off a batch of new events: links profiles, then brings every lead that an event touches up
 * to date, each once.
 */
public final class ScoreEvents {
  private final Models models;
  private final Supplier<Whose> batches;
  private final EvaluateLead evaluate;
  private final ParkedEvents parked;
  private final Lanes lanes;

  /**
   * Works on these ports; leads are evaluated side by side on {@code lanes}.
   *
   * @param batches says whose the events of a new batch are
   */
  public ScoreEvents(
      Models models,
      Supplier<Whose> batches,
      EvaluateLead evaluate,
      ParkedEvents parked,
      Lanes lanes) {
    this.models = models;
    this.batches = batches;
    this.evaluate = evaluate;
    this.parked = parked;
    this.lanes = lanes;
  }

  /**
   * Works off the events. What can never work is parked with its reason, so that nothing waits for
   * it; trouble with the infrastructure is reported, and the batch is to be tried again from there.
   *
   * @return the index of the first event that must be tried again, empty if all are done
   */
  public OptionalInt score(List<Event> events, Instant now) {
    if (events.isEmpty()) {
      return OptionalInt.empty();
    }
    Publication publication;
    try {
      publication = models.current(now);
    } catch (StoreUnavailable unavailable) {
      return OptionalInt.of(0);
    }
    var touched = new TouchedLeads();
    var whose = batches.get();
    for (var i = 0; i < events.size() && !touched.hasFailed(); i++) {
      var event = events.get(i);
      if (publication.model().looksAt(event)) {
        link(event, i, whose, touched, now);
      }
    }
    lanes.forEach(touched.leads(), lead -> evaluate(lead, publication, touched, now));
    return touched.firstFailed();
  }

  private void link(Event event, int index, Whose whose, TouchedLeads touched, Instant now) {
    try {
      touched.addAll(whose.leadsOf(event, now), index, event);
    } catch (StoreUnavailable | StillConflicting later) {
      touched.failed(index);
    } catch (TooManyPersons refused) {
      park(event, refused, touched, index, now);
      whose.known(event).ifPresent(lead -> touched.addAll(List.of(lead), index, event));
    } catch (RuntimeException poison) {
      park(event, poison, touched, index, now);
    }
  }

  private void evaluate(LeadId lead, Publication publication, TouchedLeads touched, Instant now) {
    var asOf = touched.asOf(lead, now);
    try {
      var evaluated = evaluate.evaluate(lead, publication, asOf, touched.eventsOf(lead));
      evaluated.acts().stream()
          .filter(acted -> acted.answer().isRefused() && acted.done().actor() instanceof Actor.Feed)
          .forEach(acted -> park(lead, acted, touched, now));
      evaluated
          .stuck()
          .map(Poison::historyFull)
          .ifPresent(why -> park(why, Poison.name(lead), touched, touched.firstIndexOf(lead), now));
    } catch (StoreUnavailable | StillConflicting later) {
      touched.failed(touched.firstIndexOf(lead));
    } catch (RuntimeException poison) {
      park(Poison.reason(poison), Poison.name(lead), touched, touched.firstIndexOf(lead), now);
    }
  }

  /** What people did elsewhere and cannot be: whoever sent it finds out why. */
  private void park(LeadId lead, Acted acted, TouchedLeads touched, Instant now) {
    park(
        "outcome refused: " + acted.answer().why(),
        acted.done().id(),
        touched,
        touched.firstIndexOf(lead),
        now);
  }

  private void park(
      Event event, RuntimeException reason, TouchedLeads touched, int index, Instant now) {
    park(
        Poison.reason(reason),
        event.key().profile() + "/" + event.key().name(),
        touched,
        index,
        now);
  }

  private void park(String reason, String what, TouchedLeads touched, int index, Instant now) {
    try {
      parked.park(new ParkedEvent("score", reason, now, what));
    } catch (StoreUnavailable unavailable) {
      touched.failed(index);
    }
  }
}
