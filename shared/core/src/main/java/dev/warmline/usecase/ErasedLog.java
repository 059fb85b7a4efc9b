package dev.warmline.usecase;

import dev.warmline.event.ErasedPersons;
import dev.warmline.event.Erasures;
import dev.warmline.event.Event;
import dev.warmline.event.EventLog;
import dev.warmline.event.EventRemoval;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.Erasure;
import dev.warmline.lead.Identity;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change.PutTimeline;
import dev.warmline.lead.LeadStore.Committed;
import dev.warmline.lead.Retry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The events of somebody who is erased, and their time on devices. */
final class ErasedLog {
  private static final int BATCH = 200;

  private final LeadStore leads;
  private final EventLog log;
  private final EventRemoval events;
  private final Erasures marks;
  private final Retry retry;

  ErasedLog(LeadStore leads, EventLog log, EventRemoval events, Erasures marks, Retry retry) {
    this.leads = leads;
    this.log = log;
    this.events = events;
    this.marks = marks;
    this.retry = retry;
  }

  /** A device that nobody else used is erased with them; on any other their time is nobody's. */
  void forget(ProfileKey device, Erasure erasure) {
    if (isTheirsAlone(device, erasure)) {
      marks.mark(List.of(device.value()), erasure.at(), Optional.empty());
    }
    retry.until(
        () -> {
          var next = leads.findTimeline(device).forgotten(erasure.nobodies(), erasure.lead());
          var isLost =
              next.map(it -> leads.commit(List.of(new PutTimeline(device, it))))
                  .filter(Committed.CONFLICT::equals)
                  .isPresent();
          return isLost ? Optional.empty() : Optional.of(device);
        });
  }

  /** The devices that nobody else used. */
  Set<ProfileKey> devicesOf(Erasure erasure) {
    return erasure.identity().devices().keySet().stream()
        .filter(device -> isTheirsAlone(device, erasure))
        .collect(Collectors.toSet());
  }

  private boolean isTheirsAlone(ProfileKey device, Erasure erasure) {
    return leads.findTimeline(device).persons().stream()
        .allMatch(it -> erasure.identity().persons().contains(it) || Erasure.isNobody(it));
  }

  /** Removes what happened until then, so many events at most; says how many there were. */
  int remove(Erasure erasure, int most) {
    var removed = 0;
    for (var profile : erasure.identity().profiles()) {
      removed += removed < most ? remove(erasure, profile, most - removed) : 0;
    }
    return removed;
  }

  private int remove(Erasure erasure, ProfileKey profile, int most) {
    var batch = new ArrayList<Event>();
    var removed = new int[1];
    log.read(
        List.of(profile),
        Optional.empty(),
        event -> {
          if (erasure.identity().owns(event) && isOfBefore(event, erasure)) {
            batch.add(event);
            removed[0]++;
          }
          if (batch.size() >= BATCH) {
            remove(batch, erasure);
            batch.clear();
          }
          return removed[0] < most;
        });
    remove(batch, erasure);
    return removed[0];
  }

  /** It happened before, or others said it of them while the erasure went on. */
  private static boolean isOfBefore(Event event, Erasure erasure) {
    return !event.occurredAt().isAfter(erasure.at()) || ErasedPersons.isSaidByOthers(event);
  }

  /**
   * Whether the log has something that whoever has this identity did themselves since then. What
   * names them is looked at first, then devices, which others may have filled with any number of
   * events: behind the budget nothing is looked at. Who has come back all the same has lost
   * nothing: their next event founds their lead from the log.
   */
  boolean cameBack(Identity identity, Erasure erasure) {
    return cameBack(identity, identity.persons(), erasure)
        || cameBack(identity, identity.devices().keySet(), erasure);
  }

  private boolean cameBack(Identity identity, Collection<ProfileKey> profiles, Erasure erasure) {
    var own = new boolean[1];
    var left = new int[] {EraseLead.MOST_LOOKED_AT};
    log.read(
        List.copyOf(profiles),
        Optional.empty(),
        event -> {
          own[0] |= identity.owns(event) && !isOfBefore(event, erasure);
          return !own[0] && --left[0] > 0;
        });
    return own[0];
  }

  /** What events name is forgotten before them, so that stopping in between leaves nothing. */
  private void remove(List<Event> batch, Erasure erasure) {
    var devices = new HashSet<ProfileKey>();
    var repeated = new HashSet<String>();
    for (var event : batch) {
      event
          .text("anonymousId")
          .flatMap(Profile::anonymous)
          .map(Profile::key)
          .filter(device -> !erasure.identity().devices().containsKey(device))
          .ifPresent(devices::add);
      var isRecent = event.receivedAt().plus(ErasedPersons.REPEATED_WITHIN).isAfter(erasure.at());
      if (isRecent && ErasedPersons.isUndated(event)) {
        repeated.add(ErasedPersons.repeated(event));
      }
    }
    devices.forEach(device -> forget(device, erasure));
    marks.mark(repeated, erasure.at(), Optional.of(ErasedPersons.REPEATED_WITHIN));
    events.remove(batch.stream().map(Event::key).toList());
  }
}
