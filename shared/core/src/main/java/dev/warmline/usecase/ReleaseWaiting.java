package dev.warmline.usecase;

import dev.warmline.lead.Act;
import dev.warmline.lead.Done;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.rule.Models;
import dev.warmline.usecase.EvaluateLead.Evaluated;
import java.time.Instant;
import java.util.List;

/** Announces leads that wait, or gives them up. */
public final class ReleaseWaiting {
  private final Models models;
  private final LeadStore leads;
  private final EvaluateLead evaluate;

  /** Works on these ports. */
  public ReleaseWaiting(Models models, LeadStore leads, EvaluateLead evaluate) {
    this.models = models;
    this.leads = leads;
    this.evaluate = evaluate;
  }

  /** At most so many leads that wait, the longest waiting first. */
  public List<Lead> list(int limit) {
    return leads.listWaiting(limit).stream()
        .flatMap(id -> leads.findLead(id).stream())
        .filter(lead -> !lead.isTombstone() && lead.standing().waiting().isPresent())
        .toList();
  }

  /**
   * Announces the waiting cycle of a lead.
   *
   * @param actId names this release: doing it again under this id does nothing
   */
  public Evaluated release(LeadId lead, String person, String actId, Instant now) {
    return act(lead, Done.byPerson(actId, person, new Act.Released(), now), now);
  }

  /** Gives the waiting cycle of a lead up. */
  public Evaluated drop(LeadId lead, String person, String actId, Instant now) {
    return act(lead, Done.byPerson(actId, person, new Act.Dropped(), now), now);
  }

  private Evaluated act(LeadId lead, Done done, Instant now) {
    return evaluate.act(lead, done, models.current(now), now);
  }
}
