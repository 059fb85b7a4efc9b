package dev.warmline.deploy;

import dev.warmline.event.Event;
import dev.warmline.event.EventLog;
import dev.warmline.event.Lanes;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Occasion;
import dev.warmline.lead.Retry;
import dev.warmline.lead.TooManyProfiles;
import dev.warmline.rule.Publication;
import dev.warmline.usecase.EvaluateLead;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Makes the leads again from the log, which is the truth: every profile is linked and scored. What
 * was received until an instant counts as if it were imported, so that it alerts nobody; a lead
 * that qualifies by what was received later is handed to sales as usual. Doing it twice, or while
 * events flow, does no harm.
 */
public final class Rebuild {
  private final EventLog log;
  private final LeadStore leads;
  private final Retry retry;
  private final Lanes lanes;
  private final InstantSource clock;

  /** Works on these stores; leads are scored side by side on {@code lanes}. */
  public Rebuild(EventLog log, LeadStore leads, Retry retry, Lanes lanes, InstantSource clock) {
    this.log = log;
    this.leads = leads;
    this.retry = retry;
    this.lanes = lanes;
    this.clock = clock;
  }

  /**
   * What became of it.
   *
   * @param leads how many leads were scored
   * @param later how many profiles had events that were received after the instant
   * @param failed for every profile or lead that could not be worked off, the kind of failure;
   *     never what a visitor sent
   */
  public record Rebuilt(int leads, int later, Collection<String> failed) {
    public Rebuilt {
      failed = List.copyOf(failed);
    }
  }

  /**
   * Rebuilds the leads of these profiles.
   *
   * @param until what was received up to then alerts nobody
   */
  public Rebuilt run(Collection<ProfileKey> profiles, Publication publication, Instant until) {
    var past = new LogUntil(log, until);
    var silent = new Pass(past, publication, Occasion.IMPORTED);
    silent.run(profiles);
    var later = past.later();
    var loud = new Pass(log, publication, Occasion.EVENT);
    loud.run(later);
    silent.failed.putAll(loud.failed);
    var failed = silent.failed.entrySet().stream().map(it -> it.getKey() + ": " + it.getValue());
    return new Rebuilt(silent.living.size(), later.size(), failed.toList());
  }

  /**
   * Once over profiles: first links, so that everybody is scored with all profiles, then scores.
   */
  private final class Pass {
    private final EventLog shown;
    private final Publication publication;
    private final Occasion occasion;
    private final LeadDirectory directory;
    private final EvaluateLead evaluate;
    private final Set<LeadId> touched = new ConcurrentSkipListSet<>();
    private final Set<LeadId> living = new ConcurrentSkipListSet<>();
    private final ConcurrentSkipListMap<String, String> failed = new ConcurrentSkipListMap<>();

    Pass(EventLog shown, Publication publication, Occasion occasion) {
      this.shown = shown;
      this.publication = publication;
      this.occasion = occasion;
      this.directory = new LeadDirectory(leads, retry);
      this.evaluate = new EvaluateLead(shown, leads, directory, retry);
    }

    void run(Collection<ProfileKey> profiles) {
      lanes.forEach(profiles, profile -> attempt(profile.value(), () -> link(profile)));
      lanes.forEach(List.copyOf(touched), lead -> attempt(lead.value(), () -> score(lead)));
    }

    private void link(ProfileKey profile) {
      shown.read(List.of(profile)).stream()
          .sorted(Event.ORDER)
          .filter(publication.model()::looksAt)
          .forEach(this::link);
    }

    /** What score parks for being too many profiles of one lead is in the log all the same. */
    private void link(Event event) {
      var foundAnonymous = !publication.model().requiresIdentity();
      try {
        touched.addAll(directory.apply(event, foundAnonymous, clock.instant()));
      } catch (TooManyProfiles refused) {
        directory.findLead(event.profile().key()).ifPresent(touched::add);
      }
    }

    private void score(LeadId lead) {
      evaluate
          .evaluate(lead, publication, clock.instant(), occasion)
          .ifPresent(scored -> living.add(scored.id()));
    }

    private void attempt(String what, Runnable work) {
      try {
        work.run();
      } catch (RuntimeException e) {
        failed.put(what, e.getClass().getSimpleName());
      }
    }
  }
}
