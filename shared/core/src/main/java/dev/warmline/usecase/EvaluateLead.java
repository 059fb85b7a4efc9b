package dev.warmline.usecase;

import dev.warmline.event.Event;
import dev.warmline.event.EventLog;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.lead.Act;
import dev.warmline.lead.Answer;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.Done;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.LeadStore.Committed;
import dev.warmline.lead.Notice;
import dev.warmline.lead.NoticeId.Kind;
import dev.warmline.lead.Outcomes;
import dev.warmline.lead.Retraction;
import dev.warmline.lead.Retry;
import dev.warmline.lead.Transition;
import dev.warmline.rule.Publication;
import dev.warmline.usecase.LeadLog.Held;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Brings one lead up to date: scores it by its checkpoint or its whole log, does the acts that came
 * with it, and writes in one transaction what follows, if nobody else has written in the meantime.
 * Repeating it is always right.
 */
public final class EvaluateLead {
  private final LeadLog log;
  private final LeadStore leads;
  private final LeadDirectory directory;
  private final Retry retry;

  /** Works on these stores. */
  public EvaluateLead(EventLog log, LeadStore leads, Retry retry) {
    this.log = new LeadLog(log);
    this.leads = leads;
    this.directory = new LeadDirectory(leads);
    this.retry = retry;
  }

  /**
   * What became of a lead.
   *
   * @param lead as it is stored now; empty if there is none
   * @param acts the acts that came with it, each with its answer
   */
  public record Evaluated(Optional<Lead> lead, List<Acted> acts) {
    public Evaluated {
      acts = List.copyOf(acts);
    }
  }

  /** An act and what became of it, now or the first time. */
  public record Acted(Done done, Answer answer) {}

  private record Work(
      Publication publication, Instant asOf, Optional<Collection<Event>> news, List<Done> acts) {}

  /**
   * Evaluates the lead, or the survivor if it was merged away, from its whole log.
   *
   * @param asOf the instant of the scorecard: the later of the clock and the newest receivedAt
   * @throws StoreUnavailable if a store cannot answer, or the lead was evaluated under a newer
   *     publication than {@code publication}
   */
  public Evaluated evaluate(LeadId id, Publication publication, Instant asOf) {
    return evaluate(id, publication, asOf, Optional.empty(), List.of());
  }

  /**
   * The same, without reading the log where the lead's checkpoint and these events suffice; the
   * outcomes among them are done.
   *
   * @param news events that are in the log and may not have been counted yet; none if only time has
   *     passed
   */
  public Evaluated evaluate(
      LeadId id, Publication publication, Instant asOf, Collection<Event> news) {
    var acts = news.stream().flatMap(event -> Outcomes.read(event).stream()).distinct().toList();
    return evaluate(id, publication, asOf, Optional.of(news), acts);
  }

  /** The same with an act of a person. */
  public Evaluated act(LeadId id, Done done, Publication publication, Instant asOf) {
    return evaluate(id, publication, asOf, Optional.of(List.of()), List.of(done));
  }

  private Evaluated evaluate(
      LeadId id,
      Publication publication,
      Instant asOf,
      Optional<Collection<Event>> news,
      List<Done> acts) {
    var work = new Work(publication, asOf.truncatedTo(ChronoUnit.MILLIS), news, acts);
    return retry.until(() -> attempt(id, work));
  }

  private Optional<Evaluated> attempt(LeadId id, Work work) {
    var living = directory.findLiving(id);
    if (living.isEmpty()) {
      return Optional.of(new Evaluated(living, List.of()));
    }
    var lead = living.get();
    if (lead.card().publication() > work.publication().number()) {
      throw new StoreUnavailable(
          "evaluate lead " + lead.id(),
          new IllegalStateException("it was evaluated under a newer publication already"));
    }
    try (var read = ScoredLead.of(lead, work.publication(), work.asOf(), work.news(), log)) {
      return attempt(lead, work, read);
    }
  }

  private Optional<Evaluated> attempt(Lead lead, Work work, ScoredLead read) {
    var transition =
        new Transition(
            lead,
            read.scored().card(),
            work.publication(),
            work.asOf(),
            number -> cycle(lead, number));
    var changes = new ArrayList<Change>();
    var acted = apply(transition, read, work, changes);
    var next = transition.lead(read.scored().checkpoint());
    if (transition.isChange(next)) {
      changes.addFirst(new Change.PutLead(next, lead.version()));
      transition.entries().forEach(entry -> changes.add(new Change.AddEntry(lead.id(), entry)));
      transition.cycles().forEach(cycle -> changes.add(new Change.PutCycle(lead.id(), cycle)));
      changes.addAll(told(lead, next, transition.notices(), work.asOf()));
    }
    var stored = transition.isChange(next) ? next : lead;
    return changes.isEmpty() || leads.commit(changes) == Committed.SAVED
        ? Optional.of(new Evaluated(Optional.of(stored), acted))
        : Optional.empty();
  }

  /** What must be told, and which leads have the address. */
  private List<Change> told(Lead lead, Lead next, List<Notice> notices, Instant now) {
    var isAnnounced = notices.stream().anyMatch(it -> it.id().kind() == Kind.QUALIFIED);
    var seen = new AddressChanges(leads).look(lead, next, isAnnounced);
    var named = notices.stream().map(notice -> notice.withSameAddress(seen.withSales())).toList();
    var changes = new ArrayList<>(new NoticeChanges(leads, now).of(named));
    changes.addAll(seen.changes());
    return changes;
  }

  /** What an import says was before; what people did comes after what the scorecard says. */
  private List<Acted> apply(
      Transition transition, ScoredLead read, Work work, List<Change> changes) {
    var acted = new ArrayList<Acted>();
    var fresh = new ArrayList<Done>();
    for (var done : work.acts()) {
      leads
          .findAnswer(done.id())
          .ifPresentOrElse(answer -> acted.add(new Acted(done, answer)), () -> fresh.add(done));
    }
    var past = fresh.stream().filter(done -> done.act() instanceof Act.Imported).toList();
    fresh.removeAll(past);
    past.forEach(done -> acted.add(answered(transition, done, changes)));
    Retraction.of(
            transition.standing(),
            read.scored().card(),
            read.log().map(Held::gathered),
            work.asOf())
        .ifPresent(why -> transition.apply(Done.byWarmline(new Act.Retracted(why), work.asOf())));
    transition.evaluate();
    fresh.forEach(done -> acted.add(answered(transition, done, changes)));
    if (!fresh.isEmpty()) {
      transition.evaluate();
    }
    return acted;
  }

  private static Acted answered(Transition transition, Done done, List<Change> changes) {
    var answer = transition.apply(done);
    changes.add(new Change.PutAnswer(done.id(), answer));
    return new Acted(done, answer);
  }

  private Optional<CycleRecord> cycle(Lead lead, int number) {
    return leads.listCycles(lead.id()).stream()
        .filter(record -> record.number() == number)
        .findFirst();
  }
}
