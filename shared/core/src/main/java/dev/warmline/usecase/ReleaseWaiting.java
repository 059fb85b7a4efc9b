package dev.warmline.usecase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.lead.Act;
import dev.warmline.lead.Announcement;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.Done;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Tier;
import dev.warmline.rule.Models;
import dev.warmline.usecase.EvaluateLead.Acted;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Announces leads that wait, or gives them up. */
public final class ReleaseWaiting {
  private static final int MOST_READ = 100_000;

  /** Hot ones first, then the highest scores, then the longest waiting. */
  private static final Comparator<Waiting> LIKELIEST_FIRST =
      Comparator.comparing((Waiting one) -> one.tier() != Tier.HOT)
          .thenComparing(Waiting::points, Comparator.reverseOrder())
          .thenComparing(one -> one.why().since())
          .thenComparing(one -> one.lead().id());

  private final Models models;
  private final LeadStore leads;
  private final EvaluateLead evaluate;

  /** Works on these ports. */
  public ReleaseWaiting(Models models, LeadStore leads, EvaluateLead evaluate) {
    this.models = models;
    this.leads = leads;
    this.evaluate = evaluate;
  }

  /**
   * A lead that waits.
   *
   * @param why why it does
   * @param tier how warm it was when its cycle opened
   * @param queue where it would go, if the model routes
   * @param points the sum of its scores when its cycle opened
   */
  public record Waiting(
      Lead lead, Announcement.Waiting why, Tier tier, Optional<String> queue, double points) {

    private static Waiting of(Lead lead, Announcement.Waiting why, CycleRecord cycle) {
      var points = 0.0;
      for (var score : cycle.qualification().scorecard().path("scores")) {
        points += score.path("points").asDouble();
      }
      var on = cycle.qualification();
      return new Waiting(lead, why, on.tier(), on.queue(), points);
    }

    /** As JSON. */
    public ObjectNode write() {
      var json = EventJson.newObject().put("lead", lead.id().value());
      json.put("cycle", lead.standing().cycle()).put("since", EventJson.format(why.since()));
      json.put("reason", why.reason().word());
      why.list().ifPresent(list -> json.put("list", list));
      queue.ifPresent(name -> json.put("queue", name));
      return json.put("tier", tier.word());
    }
  }

  /**
   * Who waits, in the order in which they are released.
   *
   * @param queue the queue they would go to; empty for all
   */
  public List<Waiting> list(Optional<String> queue) {
    return leads.listWaiting(MOST_READ).stream()
        .flatMap(id -> leads.findLead(id).stream())
        .filter(lead -> !lead.isTombstone())
        .flatMap(this::waiting)
        .filter(one -> queue.isEmpty() || one.queue().equals(queue))
        .sorted(LIKELIEST_FIRST)
        .toList();
  }

  private Stream<Waiting> waiting(Lead lead) {
    return lead.standing().waiting().stream()
        .flatMap(
            why ->
                leads.listCycles(lead.id()).stream()
                    .filter(cycle -> cycle.number() == lead.standing().cycle())
                    .map(cycle -> Waiting.of(lead, why, cycle)));
  }

  /** Announces the cycle that waits; done again, it does nothing. */
  public Acted release(Waiting one, String person, Instant now) {
    return act(one, new Act.Released(), person, now);
  }

  /** Gives the cycle that waits up; done again, it does nothing. */
  public Acted drop(Waiting one, String person, Instant now) {
    return act(one, new Act.Dropped(), person, now);
  }

  private Acted act(Waiting one, Act act, String person, Instant now) {
    var id = act.word() + "/" + one.lead().id() + "/" + one.lead().standing().cycle();
    var done = Done.byPerson(id, person, act, now);
    return evaluate.act(one.lead().id(), done, models.current(now), now).acts().getFirst();
  }
}
