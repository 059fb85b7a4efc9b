package dev.warmline.deploy;

import dev.warmline.event.Event;
import dev.warmline.event.EventLog;
import dev.warmline.event.Lanes;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Outcomes;
import dev.warmline.lead.TooManyPersons;
import dev.warmline.lead.Whose;
import dev.warmline.rule.Publication;
import dev.warmline.usecase.EvaluateLead;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;

/**
 * Makes the leads again from the log, which is the truth: every profile is linked and scored, under
 * a publication that keeps quiet what was received before; what people and feeds did with a lead
 * that does not remember it counts again. A lead that qualifies by what was received before waits,
 * unless what was done shows that sales had it; one that qualifies by what was received later is
 * announced as usual. Doing it twice, or while events flow, does no harm.
 *
 * @param batches says whose the events of a profile are
 * @param relive does again what was done with a lead
 * @param lanes on which leads are scored side by side
 */
public record Rebuild(
    EventLog log,
    Supplier<Whose> batches,
    Relive relive,
    EvaluateLead evaluate,
    Lanes lanes,
    InstantSource clock) {
  /**
   * What became of it.
   *
   * @param leads how many leads were scored
   * @param waiting how many of them wait to be released
   * @param failed for every profile or lead that could not be worked off, the kind of failure;
   *     never what a visitor sent, nor the key of a profile
   */
  public record Rebuilt(int leads, int waiting, Collection<String> failed) {
    public Rebuilt {
      failed = List.copyOf(failed);
    }
  }

  /** Rebuilds the leads of these profiles: first links, so that all are scored with all of them. */
  public Rebuilt run(Collection<ProfileKey> profiles, Publication publication) {
    var pass = new Pass(publication);
    lanes.forEach(profiles, profile -> pass.attempt("a profile", () -> pass.link(profile)));
    lanes.forEach(
        List.copyOf(pass.touched), lead -> pass.attempt(lead.value(), () -> pass.score(lead)));
    return new Rebuilt(pass.living.size(), pass.waiting.size(), pass.failed);
  }

  private final class Pass {
    private final Publication publication;
    private final Set<LeadId> touched = new ConcurrentSkipListSet<>();
    private final Set<LeadId> worked = new ConcurrentSkipListSet<>();
    private final Set<LeadId> living = new ConcurrentSkipListSet<>();
    private final Set<LeadId> waiting = new ConcurrentSkipListSet<>();
    private final Collection<String> failed = new ConcurrentLinkedQueue<>();

    Pass(Publication publication) {
      this.publication = publication;
    }

    private void link(ProfileKey profile) {
      var whose = batches.get();
      log.read(
          List.of(profile),
          Optional.empty(),
          event -> {
            if (publication.model().looksAt(event)) {
              link(event, whose);
            }
            return true;
          });
    }

    private void link(Event event, Whose whose) {
      var theirs = leadsOf(event, whose);
      touched.addAll(theirs);
      if (Outcomes.read(event).isPresent()) {
        worked.addAll(theirs);
      }
    }

    /** What score parks for being too many persons of one lead is in the log all the same. */
    private Collection<LeadId> leadsOf(Event event, Whose whose) {
      try {
        return whose.leadsOf(event, clock.instant());
      } catch (TooManyPersons refused) {
        return whose.known(event).stream().toList();
      }
    }

    private void score(LeadId id) {
      if (worked.contains(id)) {
        relive.relive(id, publication);
      }
      evaluate.evaluate(id, publication, clock.instant()).lead().ifPresent(this::count);
    }

    private void count(Lead lead) {
      living.add(lead.id());
      if (lead.standing().waiting().isPresent()) {
        waiting.add(lead.id());
      }
    }

    private void attempt(String what, Runnable work) {
      try {
        work.run();
      } catch (RuntimeException e) {
        failed.add(what + ": " + e.getClass().getSimpleName());
      }
    }
  }
}
