package dev.warmline.usecase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.Lanes;
import dev.warmline.lead.Act;
import dev.warmline.lead.Announcement;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.Done;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Tier;
import dev.warmline.rule.Models;
import dev.warmline.usecase.EvaluateLead.Acted;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Announces leads that wait, or gives them up. */
public final class ReleaseWaiting {
  private static final int MOST_READ = 100_000;
  private static final Lanes LANES = new Lanes(16);
  private static final Act RELEASED = new Act.Released();
  private static final Act DROPPED = new Act.Dropped();

  /** Hot ones first, then the highest scores, then the longest waiting. */
  private static final Comparator<Waiting> LIKELIEST_FIRST =
      Comparator.comparing((Waiting one) -> one.tier() != Tier.HOT)
          .thenComparing(Waiting::points, Comparator.reverseOrder())
          .thenComparing(one -> one.why().since())
          .thenComparing(Waiting::lead);

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
   * @param cycle which of its cycles does
   * @param why why it does
   * @param tier how warm it was when its cycle opened
   * @param queue where it would go, if the model routes
   * @param points the sum of its scores when its cycle opened
   */
  public record Waiting(
      LeadId lead,
      int cycle,
      Announcement.Waiting why,
      Tier tier,
      Optional<String> queue,
      double points) {

    private static Waiting of(LeadId lead, Announcement.Waiting why, CycleRecord cycle) {
      var points = 0.0;
      for (var score : cycle.qualification().scorecard().path("scores")) {
        points += score.path("points").asDouble();
      }
      var on = cycle.qualification();
      return new Waiting(lead, cycle.number(), why, on.tier(), on.queue(), points);
    }

    /** Whether somebody must release it: it does not go on by itself. */
    public boolean isToBeReleased() {
      return !why.reason().endsByItself();
    }

    /** As JSON. */
    public ObjectNode write() {
      var json = EventJson.newObject().put("lead", lead.value());
      json.put("cycle", cycle).put("since", EventJson.format(why.since()));
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
    return list(queue, MOST_READ);
  }

  /** The same of the first {@code most} that wait, the longest first. */
  public List<Waiting> list(Optional<String> queue, int most) {
    return LANES.map(leads.listWaiting(most), this::waiting).stream()
        .flatMap(Optional::stream)
        .filter(one -> queue.isEmpty() || one.queue().equals(queue))
        .sorted(LIKELIEST_FIRST)
        .toList();
  }

  private Optional<Waiting> waiting(LeadId id) {
    return leads
        .findLead(id)
        .filter(lead -> !lead.isTombstone())
        .flatMap(
            lead ->
                lead.standing()
                    .waiting()
                    .flatMap(why -> waiting(id, lead.standing().cycle(), why)));
  }

  private Optional<Waiting> waiting(LeadId id, int number, Announcement.Waiting why) {
    return leads.listCycles(id).stream()
        .filter(cycle -> cycle.number() == number)
        .map(cycle -> Waiting.of(id, why, cycle))
        .findFirst();
  }

  /** Announces the cycle that waits; done again, it does nothing. */
  public Acted release(Waiting one, String person, Instant now) {
    return act(one, Done.byPerson(id(one, RELEASED), person, RELEASED, now), now);
  }

  /** The same, because its turn has come. */
  Acted release(Waiting one, Instant now) {
    return act(one, Done.byPace(id(one, RELEASED), RELEASED, now), now);
  }

  /** Gives the cycle that waits up; done again, it does nothing. */
  public Acted drop(Waiting one, String person, Instant now) {
    return act(one, Done.byPerson(id(one, DROPPED), person, DROPPED, now), now);
  }

  private static String id(Waiting one, Act act) {
    return act.word() + "/" + one.lead() + "/" + one.cycle();
  }

  private Acted act(Waiting one, Done done, Instant now) {
    return evaluate.act(one.lead(), done, models.current(now), now).acts().getFirst();
  }
}
