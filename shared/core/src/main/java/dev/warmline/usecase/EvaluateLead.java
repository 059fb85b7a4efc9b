package dev.warmline.usecase;

import dev.warmline.event.Event;
import dev.warmline.event.EventLog;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.lead.Act;
import dev.warmline.lead.Answer;
import dev.warmline.lead.Done;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.LeadStore.Committed;
import dev.warmline.lead.Outcomes;
import dev.warmline.lead.Retraction;
import dev.warmline.lead.Retry;
import dev.warmline.lead.Terms;
import dev.warmline.lead.Transition;
import dev.warmline.rule.Publication;
import dev.warmline.usecase.LeadLog.Held;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

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
  private final Consumer<List<Event>> say;
  private final Owners owners;

  /** Works on these stores, where there is no team and nobody acts but the product itself. */
  public EvaluateLead(EventLog log, LeadStore leads, Retry retry) {
    this(log, leads, retry, Owners.none(leads));
  }

  /** Works on these stores, where nobody acts but the product itself. */
  public EvaluateLead(EventLog log, LeadStore leads, Retry retry, Owners owners) {
    this(
        log,
        leads,
        retry,
        events -> {
          throw new IllegalStateException("nobody says anything here: " + events.size());
        },
        owners);
  }

  /**
   * Works on these stores.
   *
   * @param say appends to the log what acts say: before the lead is written, so that whatever stops
   *     this, the events' own stream records end it
   * @param owners finds whose a lead is
   */
  public EvaluateLead(
      EventLog log, LeadStore leads, Retry retry, Consumer<List<Event>> say, Owners owners) {
    this.say = say;
    this.owners = owners;
    this.log = new LeadLog(log);
    this.leads = leads;
    this.directory = new LeadDirectory(leads);
    this.retry = retry;
  }

  /** Who finds whose a lead is. */
  Owners owners() {
    return owners;
  }

  /**
   * What became of a lead.
   *
   * @param lead as it is stored now; empty if there is none
   * @param acts the acts that came with it, each with its answer
   * @param stuck why it is where it was although it would move
   */
  public record Evaluated(Optional<Lead> lead, List<Acted> acts, Optional<String> stuck) {
    public Evaluated {
      acts = List.copyOf(acts);
    }
  }

  /** An act and what became of it, now or the first time. */
  public record Acted(Done done, Answer answer) {}

  /**
   * Evaluates the lead, or the survivor if it was merged away, from its whole log.
   *
   * @param asOf the instant of the scorecard, unless something that was received later is read
   * @throws StoreUnavailable if a store cannot answer, or the lead was evaluated under a newer
   *     publication than {@code publication}
   */
  public Evaluated evaluate(LeadId id, Publication publication, Instant asOf) {
    var errand = new Errand(publication, millis(asOf), Optional.empty(), List.of(), Map.of(), true);
    return retry.until(() -> attempt(id, errand));
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
    var saidBy = new HashMap<String, Event>();
    var acts = new LinkedHashSet<Done>();
    for (var event : news) {
      Outcomes.read(event).filter(acts::add).ifPresent(act -> saidBy.put(act.id(), event));
    }
    var errand =
        new Errand(publication, millis(asOf), Optional.of(news), List.copyOf(acts), saidBy, true);
    return retry.until(() -> attempt(id, errand));
  }

  /** The same with an act of which no event tells. */
  public Evaluated act(LeadId id, Done done, Publication publication, Instant asOf) {
    return act(id, List.of(done), Map.of(), publication, asOf);
  }

  /** The same with an act of a person, whose event comes into the log unless the act is refused. */
  public Evaluated act(LeadId id, Event said, Publication publication, Instant asOf) {
    var done = Outcomes.read(said).orElseThrow();
    return act(id, List.of(done), Map.of(done.id(), said), publication, asOf);
  }

  private Evaluated act(
      LeadId id,
      List<Done> acts,
      Map<String, Event> saidBy,
      Publication publication,
      Instant asOf) {
    var errand = new Errand(publication, millis(asOf), Optional.of(List.of()), acts, saidBy, false);
    return retry.until(() -> attempt(id, errand));
  }

  private static Instant millis(Instant asOf) {
    return asOf.truncatedTo(ChronoUnit.MILLIS);
  }

  private Optional<Evaluated> attempt(LeadId id, Errand errand) {
    var living = directory.findLiving(id);
    if (living.isEmpty()) {
      return Optional.of(new Evaluated(living, List.of(), Optional.empty()));
    }
    var lead = living.get();
    if (lead.card().publication() > errand.publication().number()) {
      throw new StoreUnavailable(
          "evaluate lead " + lead.id(),
          new IllegalStateException("it was evaluated under a newer publication already"));
    }
    try (var read = ScoredLead.of(lead, errand.publication(), errand.asOf(), errand.news(), log)) {
      return attempt(lead, errand, read);
    }
  }

  private Optional<Evaluated> attempt(Lead lead, Errand errand, ScoredLead read) {
    var hands = new Handing(owners, leads, lead, read.scored().card(), read.asOf());
    var transition = transition(lead, errand, read, hands);
    var changes = new ArrayList<Change>();
    var acted = apply(transition, read, errand, changes);
    var sayings = errand.sayings(changes, transition.endings());
    if (!sayings.isEmpty()) {
      say.accept(sayings);
    }
    var next = transition.lead(read.scored().checkpoint());
    if (transition.isChange(next)) {
      changes.addFirst(new Change.PutLead(next, lead.version()));
      transition.entries().forEach(entry -> changes.add(new Change.AddEntry(lead.id(), entry)));
      transition.cycles().forEach(cycle -> changes.add(new Change.PutCycle(lead.id(), cycle)));
      changes.addAll(new NoticeChanges(leads, read.asOf()).of(lead, next, transition.notices()));
      hands.take(next);
    }
    var stored = transition.isChange(next) ? next : lead;
    if (!changes.isEmpty() && leads.commit(changes) != Committed.SAVED) {
      return Optional.empty();
    }
    hands.written(stored, isContacted(acted));
    return Optional.of(new Evaluated(Optional.of(stored), acted, transition.stuck()));
  }

  private Transition transition(Lead lead, Errand errand, ScoredLead read, Handing hands) {
    return new Transition(
        lead,
        read.scored().card(),
        new Terms(errand.publication(), hands.team()),
        hands,
        read.asOf(),
        () -> leads.listCycles(lead.id()));
  }

  private static boolean isContacted(List<Acted> acted) {
    return acted.stream()
        .anyMatch(it -> it.done().act() instanceof Act.Contacted && !it.answer().isRefused());
  }

  /** What an import says was before; what people did comes after what the scorecard says. */
  private List<Acted> apply(
      Transition transition, ScoredLead read, Errand errand, List<Change> changes) {
    var acted = new ArrayList<Acted>();
    var fresh = new ArrayList<Done>();
    for (var done : errand.acts()) {
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
            read.asOf())
        .ifPresent(transition::retract);
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
}
