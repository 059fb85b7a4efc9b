package dev.warmline.usecase;

import dev.warmline.event.Erasures;
import dev.warmline.event.EventLog;
import dev.warmline.event.EventRemoval;
import dev.warmline.event.ParkedArchive;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.Erasure;
import dev.warmline.lead.ErasureStore;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.MergeRecord;
import dev.warmline.lead.Retry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Erases a person: their events, their lead and what belongs to it. Marks come first, so that what
 * is on its way does not bring them back, and a last look a minute later takes what was let in
 * before every process knew. It may stop anywhere: asked again, it goes on.
 */
public final class EraseLead {
  /** When every process knows of the marks, and what it had begun before has ended. */
  public static final Duration LAST_LOOK = Duration.ofMinutes(1);

  /** The most events that one call removes. */
  public static final int MOST_EVENTS = 20_000;

  /** The most events that are looked at to see whether somebody came back. */
  public static final int MOST_LOOKED_AT = 100_000;

  /** So often is looked for leads that came back, until none is removed. */
  private static final int MOST_LOOKS = 10;

  /** What was sent out of the product before, in words for whoever asked. */
  public static final List<String> BEYOND_RECALL =
      List.of(
          "alerts and digests that were sent by e-mail",
          "messages in Slack",
          "what a CRM or another subscriber of the topic was told",
          "alerts in a queue of what could not be delivered, for at most 14 days",
          "backups: a table can be brought back to any moment of the last 35 days; restoring by"
              + " infra/deploy/restore leaves out who was erased");

  private final LeadStore leads;
  private final ErasureStore store;
  private final ErasedLog erased;
  private final LastLook lastLook;
  private final ParkedArchive parked;
  private final Erasures marks;

  /** Works on these ports. */
  public EraseLead(
      LeadStore leads,
      ErasureStore store,
      EventLog log,
      EventRemoval events,
      ParkedArchive parked,
      Erasures marks,
      Retry retry) {
    this.leads = leads;
    this.store = store;
    this.erased = new ErasedLog(leads, log, events, marks, retry);
    this.lastLook = new LastLook(leads, store, erased);
    this.parked = parked;
    this.marks = marks;
  }

  /**
   * How far an erasure is.
   *
   * @param events how many events this call removed
   * @param again when it is to be asked for again; empty once nothing is left
   */
  public record Progress(LeadId lead, Instant at, int events, Optional<Instant> again) {}

  /** Erases whoever has this id, or goes on with it; empty if nobody has it and nobody had. */
  public Optional<Progress> erase(String anyId, Instant now) {
    return begun(anyId)
        .or(() -> new FindLead(leads).find(anyId).map(lead -> begin(lead, now)))
        .map(erasure -> goOn(erasure, now))
        .or(() -> finished(anyId));
  }

  /** Goes on with everything that was begun. */
  public List<Progress> goOn(Instant now) {
    return store.listPending().stream().map(erasure -> goOn(erasure, now)).toList();
  }

  private Optional<Erasure> begun(String anyId) {
    var lead = LeadId.parse(anyId);
    return store.listPending().stream()
        .filter(
            it -> lead.filter(it.leads()::contains).isPresent() || it.isOf(Profile.meant(anyId)))
        .findFirst();
  }

  private Optional<Progress> finished(String anyId) {
    return LeadId.parse(anyId)
        .flatMap(id -> marks.find(id.value()).map(at -> new Progress(id, at, 0, Optional.empty())));
  }

  private Erasure begin(Lead lead, Instant now) {
    var addresses =
        lead.identity().persons().stream()
            .filter(person -> !person.isUser())
            .collect(Collectors.toCollection(HashSet::new));
    Profile.email(lead.card().traits().path("email").asText(""))
        .map(Profile::key)
        .ifPresent(addresses::add);
    var erasure =
        new Erasure(
            lead.id(),
            List.copyOf(merged(lead.id())),
            lead.identity(),
            addresses,
            millis(now),
            millis(now).plus(LAST_LOOK));
    store.begin(erasure);
    return erasure;
  }

  private static Instant millis(Instant now) {
    return now.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The lead and all that were merged into it, and into those. */
  private Set<LeadId> merged(LeadId lead) {
    var all = new LinkedHashSet<LeadId>();
    var next = new ArrayList<>(List.of(lead));
    while (!next.isEmpty()) {
      var id = next.removeLast();
      if (all.add(id)) {
        leads.listMerges(id).stream().map(MergeRecord::loser).forEach(next::add);
      }
    }
    return all;
  }

  private Progress goOn(Erasure erasure, Instant now) {
    mark(erasure);
    erasure.identity().persons().forEach(it -> store.removeLink(it, erasure.leads()));
    erasure.leads().forEach(it -> store.removeLead(it, erasure.at()));
    erasure.addresses().forEach(it -> store.removeAddress(it, erasure.leads()));
    var removed = erased.remove(erasure, MOST_EVENTS);
    if (removed >= MOST_EVENTS) {
      return new Progress(erasure.lead(), erasure.at(), removed, Optional.of(now));
    }
    removeParked(erasure);
    if (now.isBefore(erasure.look())) {
      return new Progress(erasure.lead(), erasure.at(), removed, Optional.of(erasure.look()));
    }
    return lookLast(erasure, removed, now);
  }

  /** Whoever saw a lead that is removed here may be letting something in: one more look follows. */
  private Progress lookLast(Erasure erasure, int removed, Instant now) {
    var looks = 0;
    while (lastLook.removes(erasure, now) && looks < MOST_LOOKS) {
      looks++; // what was let in meanwhile may have founded another
    }
    var late = erased.remove(erasure, MOST_EVENTS);
    if (late >= MOST_EVENTS || looks == MOST_LOOKS) {
      return new Progress(erasure.lead(), erasure.at(), late, Optional.of(now));
    }
    if (looks > 0) {
      var next = erasure.lookingAt(millis(now).plus(LAST_LOOK));
      store.begin(next);
      return new Progress(next.lead(), next.at(), removed + late, Optional.of(next.look()));
    }
    store.end(erasure);
    return new Progress(erasure.lead(), erasure.at(), removed + late, Optional.empty());
  }

  private void removeParked(Erasure erasure) {
    var ids = ids(erasure);
    ids.addAll(erased.devicesOf(erasure));
    var of = new OfPerson(ids, erasure.leads());
    parked.read(
        one -> {
          if (!one.at().isAfter(erasure.at()) && of.test(one)) {
            parked.remove(one);
          }
        });
  }

  private void mark(Erasure erasure) {
    var names = new HashSet<String>();
    erasure.leads().forEach(it -> names.add(it.value()));
    ids(erasure).forEach(it -> names.add(it.value()));
    marks.mark(names, erasure.at(), Optional.empty());
    erasure.identity().devices().keySet().forEach(it -> erased.forget(it, erasure));
  }

  /**
   * Whose ids are theirs: an address that anybody may have typed is not, where somebody else is
   * known by it.
   */
  private Set<ProfileKey> ids(Erasure erasure) {
    var ids = new TreeSet<>(erasure.identity().persons());
    erasure.addresses().stream()
        .filter(
            it -> leads.findLink(it).filter(to -> !erasure.leads().contains(to.lead())).isEmpty())
        .forEach(ids::add);
    return ids;
  }
}
