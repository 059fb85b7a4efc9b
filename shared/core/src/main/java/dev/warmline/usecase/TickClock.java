package dev.warmline.usecase;

import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.AlertPublisher.PublishFailed;
import dev.warmline.lead.Due;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Retry.StillConflicting;
import dev.warmline.rule.Models;
import dev.warmline.rule.Publication;
import dev.warmline.usecase.SendNotices.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Does what happens because time passed: scores that fall, deadlines that are over, and notices
 * that should have been sent by now.
 */
public final class TickClock {
  private static final String SOURCE = "clock";

  private final Models models;
  private final LeadStore leads;
  private final EvaluateLead evaluate;
  private final SendNotices send;
  private final ParkedEvents parked;

  /**
   * What a tick did.
   *
   * @param done how many leads and notices were worked off
   * @param failed those that a store had no answer for, to be tried again at the next tick, and why
   * @param stuck those that cannot be worked off though the stores answer: parked, and to be left
   *     out of the next page, so that they are in nobody's way
   * @param sent the notices that were published
   * @param more whether more were due than one tick takes
   */
  public record Ticked(
      int done,
      Map<Due, RuntimeException> failed,
      Set<Due> stuck,
      List<Outcome.Sent> sent,
      boolean more) {
    public Ticked {
      failed = Map.copyOf(failed);
      stuck = Set.copyOf(stuck);
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
  }

  /**
   * Works off at most {@code limit} due leads and notices.
   *
   * @param holder names this attempt in the claims of notices
   * @param skipped what an earlier page found to be stuck; they take no place in this one
   * @throws StoreUnavailable if nothing can be read at all
   */
  public Ticked tick(String holder, Instant now, int limit, Set<Due> skipped) {
    var publication = models.current(now);
    var due = leads.listDue(now, limit + skipped.size());
    var page = new Page(publication, holder, now);
    due.stream().filter(one -> !skipped.contains(one)).forEach(page::work);
    return new Ticked(
        page.done, page.failed, page.stuck, page.sent, due.size() == limit + skipped.size());
  }

  private final class Page {
    private final Publication publication;
    private final String holder;
    private final Instant now;
    private final Map<Due, RuntimeException> failed = new HashMap<>();
    private final Set<Due> stuck = new HashSet<>();
    private final List<Outcome.Sent> sent = new ArrayList<>();
    private int done;

    Page(Publication publication, String holder, Instant now) {
      this.publication = publication;
      this.holder = holder;
      this.now = now;
    }

    void work(Due due) {
      try {
        switch (due) {
          case Due.OfLead(var id) -> evaluate.evaluate(id, publication, now, List.of());
          case Due.OfNotice(var id) -> send(id);
        }
        done++;
      } catch (StoreUnavailable | StillConflicting | PublishFailed later) {
        failed.put(due, later);
      } catch (RuntimeException poison) {
        park(due, poison);
      }
    }

    private void send(NoticeId id) {
      if (send.send(id, holder, now) instanceof Outcome.Sent one) {
        sent.add(one);
      }
    }

    /** It stays due: once its cause is mended the next tick works it off. */
    private void park(Due due, RuntimeException why) {
      var reason = why.getClass().getSimpleName() + ": " + why.getMessage();
      try {
        parked.park(new ParkedEvent(SOURCE, reason, now, name(due)));
        stuck.add(due);
      } catch (StoreUnavailable unavailable) {
        failed.put(due, unavailable);
      }
    }
  }

  /** What names it for a person. */
  public static String name(Due due) {
    return switch (due) {
      case Due.OfLead(var id) -> id + "/LEAD";
      case Due.OfNotice(var id) -> "notice " + id;
    };
  }
}
