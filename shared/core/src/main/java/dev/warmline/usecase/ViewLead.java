package dev.warmline.usecase;

import dev.warmline.event.Event;
import dev.warmline.event.EventLog;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import dev.warmline.rule.Models;
import dev.warmline.score.Scorecard;
import dev.warmline.score.Scorer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Shows where a lead stands and how it got there, recomputed from the log at this instant. */
public final class ViewLead {
  private final Models models;
  private final EventLog log;
  private final LeadStore leads;
  private final LeadDirectory directory;

  /** Works on these ports; it only reads. */
  public ViewLead(Models models, EventLog log, LeadStore leads, LeadDirectory directory) {
    this.models = models;
    this.log = log;
    this.leads = leads;
    this.directory = directory;
  }

  /**
   * A lead as people see it.
   *
   * @param stored the stored lead; empty for a stranger, whose scorecard exists only in views
   * @param events what the scorecard was made of, oldest first
   */
  public record View(
      LeadId id,
      Optional<Lead> stored,
      Stage stage,
      int cycle,
      Scorecard scorecard,
      List<StageEntry> history,
      List<Event> events) {
    public View {
      history = List.copyOf(history);
      events = List.copyOf(events);
    }
  }

  /** The lead with this id, or with a profile of this user id, e-mail address or anonymous id. */
  public Optional<View> find(String anyId, Instant now) {
    return leadId(anyId)
        .flatMap(directory::findLiving)
        .map(lead -> view(lead, now))
        .or(() -> profiles(anyId).flatMap(key -> ofProfile(key, now).stream()).findFirst());
  }

  /** The lead as it is stored, with its scorecard recomputed. */
  public View view(Lead lead, Instant now) {
    var events = read(lead.profiles());
    return new View(
        lead.id(),
        Optional.of(lead),
        lead.stage(),
        lead.cycle(),
        score(events, now),
        leads.listHistory(lead.id()),
        events);
  }

  private Optional<View> ofProfile(ProfileKey profile, Instant now) {
    var linked = directory.findLead(profile).flatMap(directory::findLiving);
    return linked.map(lead -> view(lead, now)).or(() -> stranger(profile, now));
  }

  private Optional<View> stranger(ProfileKey profile, Instant now) {
    var events = read(Set.of(profile));
    if (events.isEmpty()) {
      return Optional.empty();
    }
    var card = score(events, now);
    var stage = card.qualifies().prospect() ? Stage.PROSPECT : Stage.SUSPECT;
    return Optional.of(
        new View(LeadId.foundedBy(profile), Optional.empty(), stage, 0, card, List.of(), events));
  }

  private Scorecard score(List<Event> events, Instant now) {
    var asOf = events.stream().map(Event::receivedAt).reduce(now, (a, b) -> a.isAfter(b) ? a : b);
    return Scorer.score(events, models.current(now).model(), asOf);
  }

  private List<Event> read(Collection<ProfileKey> profiles) {
    return log.read(profiles).stream().sorted(Event.ORDER).toList();
  }

  private static Optional<LeadId> leadId(String anyId) {
    return anyId.startsWith("l-") && anyId.length() > 3
        ? Optional.of(new LeadId(anyId))
        : Optional.empty();
  }

  private static Stream<ProfileKey> profiles(String anyId) {
    return Stream.of(Profile.user(anyId), Profile.email(anyId), Profile.anonymous(anyId))
        .flatMap(Optional::stream)
        .map(Profile::key);
  }
}
