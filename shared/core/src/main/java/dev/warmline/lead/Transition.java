package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.lead.CycleRecords.Effect;
import dev.warmline.lead.Decision.Moved;
import dev.warmline.lead.Decision.Recorded;
import dev.warmline.lead.Decision.Refused;
import dev.warmline.lead.Decision.Stayed;
import dev.warmline.lead.Decision.Tell;
import dev.warmline.score.Scorecard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a lead becomes by an evaluation and the acts that came with it: its next version, and what
 * is written beside it in one transaction.
 */
public final class Transition {
  private final Lead lead;
  private final Scorecard card;
  private final Terms terms;
  private final Hands hands;
  private final Instant now;
  private final Qualification qualification;
  private final List<StageEntry> entries = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final CycleRecords cycles;
  private final List<Done> endings = new ArrayList<>();
  private Standing standing;
  private Optional<String> stuck = Optional.empty();

  /**
   * Begins at what is stored.
   *
   * @param hands finds who works a lead of whom sales is told; not asked where there is no team
   * @param stored reads the records of the lead's cycles
   */
  public Transition(
      Lead lead,
      Scorecard card,
      Terms terms,
      Hands hands,
      Instant now,
      Supplier<List<CycleRecord>> stored) {
    this.lead = lead;
    this.card = card;
    this.terms = terms;
    this.hands = hands;
    this.now = now;
    this.cycles = new CycleRecords(stored, now);
    this.standing = lead.standing();
    this.qualification = Qualification.of(lead.id(), card, terms.publication());
  }

  /** Where the lead stands so far. */
  public Standing standing() {
    return standing;
  }

  /** The lines of history. */
  public List<StageEntry> entries() {
    return List.copyOf(entries);
  }

  /** What somebody must be told. */
  public List<Notice> notices() {
    return List.copyOf(notices);
  }

  /** The records of cycles that changed. */
  public List<CycleRecord> cycles() {
    return cycles.changed();
  }

  /** The acts by which the lead's consent ends. */
  public List<Done> endings() {
    return List.copyOf(endings);
  }

  /** What the passing of time and the scorecard mean. */
  public void evaluate() {
    own(new Act.Expired());
    own(new Act.Resumed());
    own(new Act.Retired());
    remind();
    giveOut();
    own(new Act.Evaluated());
    incomplete();
  }

  /** Steps of clocks whose time has come; one gives the lead to a colleague. */
  private void remind() {
    var due = standing.deadlines().due(now);
    if (due.isEmpty()) {
      return;
    }
    if (due.stream().anyMatch(step -> step.what() == ClockStep.UNCONTACTED) && !areRecorded()) {
      var silent = standing.deadlines().without(it -> it.what() == ClockStep.UNCONTACTED);
      standing = standing.with(silent);
    }
    own(new Act.Reminded());
    if (due.stream().anyMatch(step -> step.what() == ClockStep.REASSIGNED)) {
      inHands().next(standing).ifPresent(this::goOn);
    }
  }

  /**
   * One that was nobody's before, and that nothing else has happened to, goes to whoever is free.
   */
  private void giveOut() {
    if (standing.equals(lead.standing())) {
      inHands().turn(standing).ifPresent(this::goOn);
    }
  }

  private boolean areRecorded() {
    return standing.assignment().queue().filter(hands::recordContacts).isPresent();
  }

  private void goOn(Assignment to) {
    apply(inHands().passed(standing, to));
  }

  /** Marketing hears once of whoever only lacks what must be known, if that is news. */
  private void incomplete() {
    var missing = card.qualifies().missing();
    if (card.qualifies().enter()
        && !missing.isEmpty()
        && !lead.card().isLacking()
        && standing.isBelow()
        && terms.announcement(card, now) instanceof Announcement.Announced) {
      var why = "not known: " + String.join(", ", missing);
      var act = Done.byWarmline(new Act.Evaluated(), now);
      tell(standing, act, terms.tell(NoticeId.Kind.INCOMPLETE, Assignment.NONE, why, now));
    }
  }

  /** What opened the cycle does not hold any more. */
  public void retract(String why) {
    own(new Act.Retracted(why));
  }

  private void own(Act act) {
    var answer = apply(Done.byWarmline(act, now));
    if (answer.why().equals(StageMachine.FULL)) {
      stuck = Optional.of("lead " + lead.id() + " would move, but " + answer.why());
    }
  }

  /** Why the lead is where it was although it would move: nobody did that who gets an answer. */
  public Optional<String> stuck() {
    return stuck;
  }

  /** Does one act. */
  public Answer apply(Done done) {
    var before = standing;
    return switch (StageMachine.decide(before, done, card, terms, now)) {
      case Moved(var next, var why, var tells) -> {
        standing = inHands(before, next, done);
        entries.add(entry(before, why, done));
        tell(before, done, tells);
        follow(new Effect(before, standing, done, why));
        if (terms.endsConsent(done.act())) {
          endings.add(done);
        }
        yield new Answer(Answer.Kind.MOVED, why);
      }
      case Recorded(var next, var why, var tells) -> {
        if (cycles.isFull(new Effect(before, next, done, why).number())) {
          yield new Answer(
              Answer.Kind.REFUSED, "the record of its cycle is full: " + CycleRecord.MOST_MARKS);
        }
        standing = inHands(before, next, done);
        tell(before, done, tells);
        cycles.mark(new Effect(before, standing, done, why), qualification);
        yield new Answer(Answer.Kind.STAYED, why);
      }
      case Stayed(var next, var why, var tells) -> {
        standing = inHands(before, next, done);
        tell(before, done, tells);
        follow(new Effect(before, standing, done, why));
        yield new Answer(Answer.Kind.STAYED, why);
      }
      case Refused(var why) -> new Answer(Answer.Kind.REFUSED, why);
    };
  }

  private Standing inHands(Standing before, Standing next, Done done) {
    return terms.team().isPresent() && !(done.act() instanceof Act.Undone)
        ? inHands().of(before, next, done)
        : next;
  }

  private InHands inHands() {
    return new InHands(lead.id(), card, terms, hands, now, cycles::all);
  }

  private StageEntry entry(Standing before, String why, Done done) {
    return new StageEntry(
        standing.position().entries(),
        now,
        before.stage(),
        standing.stage(),
        standing.cycle(),
        why,
        done.actor().who());
  }

  private void follow(Effect effect) {
    cycles.follow(effect, qualification, () -> about(effect.before()));
  }

  private void tell(Standing before, Done done, List<Tell> tells) {
    var telling = new Telling(lead.id(), terms, now);
    var remarks = new Remarks(card, terms, hands, cycles::all);
    for (var tell : tells) {
      if (tell.kind().announces()) {
        // What was just asked for is a reason of the lead that sales is told of.
        notices.removeIf(it -> it.id().kind() == NoticeId.Kind.SIGNAL);
      }
      var beside = remarks.of(tell.kind(), standing, worked(before));
      var notice = telling.of(tell, done, before, standing, about(before).with(beside));
      if (notices.stream().noneMatch(it -> it.id().equals(notice.id()))) {
        notices.add(notice);
      }
    }
  }

  /** What it qualified on, and in whose hands it is; or was, if it is nobody's any more. */
  private Qualification about(Standing before) {
    var in = worked(before);
    return qualification.in(in, in.owner().map(terms::owner), terms.zone(in));
  }

  private Assignment worked(Standing before) {
    var now = standing.assignment();
    return now.equals(Assignment.NONE) ? before.assignment() : now;
  }

  /** The lead to store. */
  public Lead lead(Optional<ObjectNode> checkpoint) {
    var next =
        new Lead(
            lead.id(),
            lead.version() + 1,
            lead.identity(),
            standing,
            new Card(
                terms.publication().number(),
                qualification.scorecard(),
                qualification.traits(),
                checkpoint),
            Agenda.EMPTY);
    var agenda = lead.card().checkpoint().map(_ -> new Agenda(lead.due())).orElse(Agenda.EMPTY);
    return next.withDue(agenda.next(standing, card, terms, now).due());
  }

  /** Whether storing it would say something new. */
  public boolean isChange(Lead next) {
    return !entries.isEmpty()
        || !notices.isEmpty()
        || !lead.standing().equals(next.standing())
        || !lead.due().equals(next.due())
        || !lead.card().isLike(next.card());
  }
}
