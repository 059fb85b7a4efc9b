package dev.warmline.usecase;

import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.AlertPublisher.PublishFailed;
import dev.warmline.lead.Due;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Retry.StillConflicting;
import dev.warmline.rule.Models;
import dev.warmline.rule.Publication;
import dev.warmline.usecase.SendNotices.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Does what happens because time passed: scores that fall, deadlines that are over, paced releases,
 * and notices that should have been sent by now.
 */
public final class TickClock {
  /** When what was begun is due again, should it never be ended. */
  public static final Duration AHEAD = Duration.ofMinutes(10);

  private static final Duration COUNTED_EVERY = Duration.ofHours(1);
  private static final Duration TICK = Duration.ofMinutes(1);
  private static final String SOURCE = "clock";

  private final Models models;
  private final LeadStore leads;
  private final EvaluateLead evaluate;
  private final SendNotices send;
  private final ParkedEvents parked;
  private final PacedRelease paced;

  /**
   * What a tick did.
   *
   * @param done how many leads and notices were worked off
   * @param failed those that a store had no answer for, and why: to be tried again at the next
   *     tick, and to be left out of the next page of this one
   * @param sent the notices that were published
   * @param more whether more were due than one tick takes
   */
  public record Ticked(
      int done, Map<Due, RuntimeException> failed, List<Outcome.Sent> sent, boolean more) {
    public Ticked {
      failed = Map.copyOf(failed);
      sent = List.copyOf(sent);
    }
  }

  /** Works on these ports. */
  public TickClock(
      Models models,
      LeadStore leads,
      EvaluateLead evaluate,
      SendNotices send,
      ParkedEvents parked) {
    this.models = models;
    this.leads = leads;
    this.evaluate = evaluate;
    this.send = send;
    this.parked = parked;
    this.paced = new PacedRelease(models, leads, new ReleaseWaiting(models, leads, evaluate));
  }

  /**
   * Works off at most {@code limit} due leads, notices and paces.
   *
   * @param holder names this attempt in the claims of notices
   * @param skipped what failed in an earlier page of this tick; it takes no place in this one
   * @throws StoreUnavailable if nothing can be read at all
   */
  public Ticked tick(String holder, Instant now, int limit, Set<Due> skipped) {
    var publication = models.current(now);
    var due = leads.listDue(now, limit + skipped.size());
    var page = new Page(publication, holder, now);
    due.stream().filter(one -> !skipped.contains(one)).forEach(page::work);
    var more = due.size() == limit + skipped.size();
    if (!more) {
      page.recount();
      planDigest(now);
    }
    return new Ticked(page.done, page.failed, page.sent, more);
  }

  /** What is not written now is written by the next tick. */
  private void planDigest(Instant now) {
    try {
      send.digests().ifPresent(it -> it.plan(now));
    } catch (StoreUnavailable unavailable) {
      // there is a week of ticks
    }
  }

  private final class Page {
    private final Publication publication;
    private final String holder;
    private final Instant now;
    private final Map<Due, RuntimeException> failed = new HashMap<>();
    private final List<Outcome.Sent> sent = new ArrayList<>();
    private int done;

    Page(Publication publication, String holder, Instant now) {
      this.publication = publication;
      this.holder = holder;
      this.now = now;
    }

    /** First it is moved ahead: if this takes the clock down, the next tick begins with others. */
    void work(Due due) {
      try {
        if (leads.moveDue(due, now, now.plus(AHEAD))) {
          workOff(due);
        }
      } catch (StoreUnavailable | StillConflicting | PublishFailed later) {
        failed.put(due, later);
        back(due, now);
      } catch (RuntimeException poison) {
        park(due, Poison.reason(poison));
      }
    }

    private void workOff(Due due) {
      switch (due) {
        case Due.OfLead(var id) ->
            evaluate
                .evaluate(id, publication, now, List.of())
                .stuck()
                .ifPresent(why -> park(due, Poison.historyFull(why)));
        case Due.OfNotice(var id) -> send(due, id);
        case Due.OfPace(var queue) -> paced.release(queue, now);
      }
      done++;
    }

    private void send(Due due, NoticeId id) {
      switch (send.send(id, holder, now)) {
        case Outcome.Sent one -> sent.add(one);
        case Outcome.Later(_, var at) -> back(due, at);
        case Outcome.Closed _, Outcome.Voided _, Outcome.Unknown _ -> {}
      }
    }

    /**
     * Once an hour, when nothing else is due, what everybody has is counted again, leads of who is
     * gone go to others, and those that nobody could be given to whoever has a place; what cannot
     * be done is done in an hour.
     */
    void recount() {
      if (now.getEpochSecond() % COUNTED_EVERY.toSeconds() >= TICK.toSeconds()) {
        return;
      }
      try {
        evaluate.owners().recount(now);
        evaluate.owners().left(now).forEach(this::passOn);
        evaluate.owners().unowned(now).forEach(this::giveOut);
      } catch (StoreUnavailable unavailable) {
        // nothing is lost by a count that is late
      }
    }

    private void passOn(Owners.Left left) {
      tried(left.lead(), () -> evaluate.act(left.lead(), left.act(), publication, now));
    }

    private void giveOut(LeadId lead) {
      tried(lead, () -> evaluate.evaluate(lead, publication, now, List.of()));
    }

    /** What cannot be done now is found again in an hour. */
    private void tried(LeadId lead, Runnable work) {
      try {
        work.run();
      } catch (StoreUnavailable | StillConflicting later) {
        // it stands where it stood
      } catch (RuntimeException poison) {
        park(new Due.OfLead(lead), Poison.reason(poison));
      }
    }

    /** To an instant that is nearer; if that cannot be written, it is due again all the same. */
    private void back(Due due, Instant at) {
      try {
        leads.moveDue(due, now.plus(AHEAD), at);
      } catch (StoreUnavailable unavailable) {
        failed.putIfAbsent(due, unavailable);
      }
    }

    /** It is due again after a while: once its cause is mended, that tick works it off. */
    private void park(Due due, String why) {
      try {
        parked.park(new ParkedEvent(SOURCE, why, now, name(due)));
      } catch (StoreUnavailable unavailable) {
        failed.put(due, unavailable);
        back(due, now);
      }
    }
  }

  /** What names it for a person. */
  public static String name(Due due) {
    return switch (due) {
      case Due.OfLead(var id) -> Poison.name(id);
      case Due.OfNotice(var id) -> "notice " + id;
      case Due.OfPace(var queue) -> "pace" + queue.map(name -> " of " + name).orElse("");
    };
  }
}
