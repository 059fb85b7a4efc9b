package dev.warmline.usecase;

import dev.warmline.event.StoreUnavailable;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.LeadStore.Committed;
import dev.warmline.lead.Pace;
import dev.warmline.lead.Retry;
import dev.warmline.rule.Model;
import dev.warmline.rule.Models;
import dev.warmline.usecase.ReleaseWaiting.Waiting;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Releases who waits at a standing pace, and keeps the paces. */
public final class PacedRelease {
  /** Of so many who wait the longest the best are found: each is read at every turn. */
  private static final int MOST_READ = 10_000;

  /** The clock is the only other writer, once a minute. */
  private static final Retry RETRY = Retry.times(20);

  private final Models models;
  private final LeadStore leads;
  private final ReleaseWaiting release;

  /** Works on these ports. */
  public PacedRelease(Models models, LeadStore leads, ReleaseWaiting release) {
    this.models = models;
    this.leads = leads;
    this.release = release;
  }

  /** The pace of a queue, or of all that have none of their own. */
  public Optional<Pace> find(Optional<String> queue) {
    return leads.findPace(queue);
  }

  /** From now on so many a day; whoever was released today counts. */
  public Pace set(Optional<String> queue, int perDay, Instant now) {
    var model = models.current(now).model();
    return change(
            queue,
            stored ->
                Optional.of(
                    stored
                        .map(pace -> pace.with(perDay, model, now))
                        .orElseGet(() -> Pace.of(queue, perDay, model, now))))
        .orElseThrow();
  }

  /** Nobody is released until it is resumed; empty if there is no pace. */
  public Optional<Pace> pause(Optional<String> queue) {
    return change(queue, stored -> stored.map(Pace::paused));
  }

  /** It goes on; empty if there is no pace. */
  public Optional<Pace> resume(Optional<String> queue, Instant now) {
    var model = models.current(now).model();
    return change(queue, stored -> stored.map(pace -> pace.resumed(model, now)));
  }

  private Optional<Pace> change(
      Optional<String> queue, Function<Optional<Pace>, Optional<Pace>> change) {
    return RETRY.until(
        () -> {
          var next = change.apply(leads.findPace(queue));
          return next.isEmpty() || isSaved(next.get()) ? Optional.of(next) : Optional.empty();
        });
  }

  /**
   * Releases those whose turn has come. The pace is moved on before each: whoever works on it at
   * the same time releases another or nobody, and after a crash one less is released that day.
   *
   * @throws StoreUnavailable if a store cannot answer; the clock comes again
   */
  void release(Optional<String> queue, Instant now) {
    var model = models.current(now).model();
    leads.findPace(queue).filter(pace -> pace.isDue(now)).ifPresent(pace -> go(pace, model, now));
  }

  private void go(Pace due, Model model, Instant now) {
    var waiting = new ArrayDeque<>(list(due.queue()));
    for (var pace = due; pace.isDue(now); ) {
      var one = pace.hasTurn(model, now) ? waiting.poll() : null;
      pace = one == null ? pace.passed(model, now) : pace.released(model, now);
      if (!isSaved(pace)) {
        return;
      }
      if (one != null) {
        release.release(one, now);
      }
    }
  }

  /** Who waits there; without a queue, all but those whose queue has a pace of its own. */
  private List<Waiting> list(Optional<String> queue) {
    var waiting = release.list(queue, MOST_READ).stream().filter(Waiting::isToBeReleased).toList();
    if (queue.isPresent()) {
      return waiting;
    }
    var others =
        waiting.stream()
            .map(Waiting::queue)
            .distinct()
            .filter(it -> it.isPresent() && leads.findPace(it).isPresent())
            .collect(Collectors.toSet());
    return waiting.stream().filter(one -> !others.contains(one.queue())).toList();
  }

  private boolean isSaved(Pace next) {
    return leads.commit(List.of(new Change.PutPace(next, next.version() - 1))) == Committed.SAVED;
  }
}
