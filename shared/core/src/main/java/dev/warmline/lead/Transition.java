package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.lead.CycleRecord.Mark;
import dev.warmline.lead.Decision.Moved;
import dev.warmline.lead.Decision.Recorded;
import dev.warmline.lead.Decision.Refused;
import dev.warmline.lead.Decision.Stayed;
import dev.warmline.lead.Decision.Tell;
import dev.warmline.rule.Publication;
import dev.warmline.score.Scorecard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * What a lead becomes by an evaluation and the acts that came with it: its next version, and what
 * is written beside it in one transaction.
 */
public final class Transition {
  private final Lead lead;
  private final Scorecard card;
  private final Publication publication;
  private final Instant now;
  private final IntFunction<Optional<CycleRecord>> stored;
  private final Qualification qualification;
  private final List<StageEntry> entries = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final Map<Integer, CycleRecord> cycles = new TreeMap<>();
  private final List<Done> endings = new ArrayList<>();
  private Standing standing;
  private Optional<String> stuck = Optional.empty();

  /**
   * Begins at what is stored.
   *
   * @param stored reads the record of a cycle
   */
  public Transition(
      Lead lead,
      Scorecard card,
      Publication publication,
      Instant now,
      IntFunction<Optional<CycleRecord>> stored) {
    this.lead = lead;
    this.card = card;
    this.publication = publication;
    this.now = now;
    this.stored = stored;
    this.standing = lead.standing();
    this.qualification = Qualification.of(lead.id(), card, publication);
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
    return List.copyOf(cycles.values());
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
    own(new Act.Evaluated());
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
    return switch (StageMachine.decide(before, done, card, new Terms(publication), now)) {
      case Moved(var next, var why, var tells) -> {
        standing = next;
        entries.add(entry(before, why, done));
        tell(before, done, tells);
        record(before, done, why);
        endConsent(done);
        yield new Answer(Answer.Kind.MOVED, why);
      }
      case Recorded(var next, var why, var tells) -> {
        if (isFull(recordOf(before, done))) {
          yield new Answer(
              Answer.Kind.REFUSED, "the record of its cycle is full: " + CycleRecord.MOST_MARKS);
        }
        standing = next;
        tell(before, done, tells);
        mark(recordOf(before, done), done, why);
        yield new Answer(Answer.Kind.STAYED, why);
      }
      case Stayed(var next, var why, var tells) -> {
        standing = next;
        tell(before, done, tells);
        record(before, done, why);
        yield new Answer(Answer.Kind.STAYED, why);
      }
      case Refused(var why) -> new Answer(Answer.Kind.REFUSED, why);
    };
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

  /** What a cycle begins with, that it was announced, and what moved the lead within it. */
  private void record(Standing before, Done done, String why) {
    if (standing.cycle() > before.cycle()) {
      cycles.put(standing.cycle(), opened(standing.cycle(), why));
      return;
    }
    if (standing.isAnnounced() && before.waiting().isPresent()) {
      change(
          standing.cycle(),
          record -> record.announced(standing.announcement(), standing.deadlines(), qualification));
    }
    var number = recordOf(before, done);
    if (standing.stage() != before.stage() && (number > 0 || done.act() instanceof Act.Won)) {
      mark(number, done, why);
    }
  }

  /** The record that an act belongs to: whoever is won without a cycle is counted apart. */
  private static int recordOf(Standing before, Done done) {
    return done.act() instanceof Act.Won && !before.isOpen() ? CycleRecord.OUTSIDE : before.cycle();
  }

  private void mark(int number, Done done, String why) {
    var mark =
        new Mark(
            done.act().word(),
            done.at(),
            done.actor().who(),
            standing.stage(),
            why,
            done.details());
    change(number, record -> record.marked(mark, standing.deadlines()));
  }

  private boolean isFull(int number) {
    return find(number).filter(CycleRecord::isFull).isPresent();
  }

  /** A withdrawal is an event like any other: what counts is in the log. */
  private void endConsent(Done done) {
    var cause =
        switch (done.act()) {
          case Act.Returned(var given) -> Optional.of(given);
          case Act.Lost(var given) -> Optional.of(given);
          case Act _ -> Optional.<Act.Cause>empty();
        };
    if (cause.filter(new Terms(publication)::endsConsent).isPresent()) {
      endings.add(done);
    }
  }

  private void tell(Standing before, Done done, List<Tell> tells) {
    for (var tell : tells) {
      if (tell.kind() == NoticeId.Kind.QUALIFIED) {
        // What was just asked for is a reason of the lead that sales is told of.
        notices.removeIf(it -> it.id().kind() == NoticeId.Kind.SIGNAL);
      }
      var notice = notice(tell, before);
      var isKnown = done.act() instanceof Act.Imported && tell.kind() == NoticeId.Kind.QUALIFIED;
      notices.add(isKnown ? notice.with(new Notice.State.Voided(now, tell.why())) : notice);
    }
  }

  private CycleRecord opened(int number, String why) {
    return new CycleRecord(
        number,
        now,
        why,
        qualification,
        standing.announcement(),
        Optional.empty(),
        standing.deadlines(),
        List.of());
  }

  private Optional<CycleRecord> find(int number) {
    return Optional.ofNullable(cycles.get(number)).or(() -> stored.apply(number));
  }

  private void change(int number, UnaryOperator<CycleRecord> change) {
    find(number)
        .or(
            () ->
                number == CycleRecord.OUTSIDE
                    ? Optional.of(opened(0, "outside"))
                    : Optional.empty())
        .ifPresent(record -> cycles.put(number, change.apply(record)));
  }

  private Notice notice(Tell tell, Standing before) {
    var id =
        switch (tell.kind()) {
          case QUALIFIED -> NoticeId.qualified(lead.id(), standing.cycle());
          case DISREGARD -> NoticeId.disregard(lead.id(), before.cycle());
          case SIGNAL ->
              NoticeId.signal(lead.id(), standing.cycle(), tell.signal().orElseThrow().event());
          case WAITING ->
              NoticeId.waiting(tell.why(), now.toString().substring(0, "2026-03-01".length()));
        };
    var about =
        tell.kind() == NoticeId.Kind.WAITING
            ? Optional.<Qualification>empty()
            : Optional.of(qualification);
    return Notice.open(id, now, standing.stage(), tell.why(), about, tell.at());
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
                publication.number(),
                qualification.scorecard(),
                qualification.traits(),
                checkpoint),
            Agenda.EMPTY);
    var agenda = lead.card().checkpoint().map(_ -> new Agenda(lead.due())).orElse(Agenda.EMPTY);
    return next.withDue(agenda.next(standing, card, new Terms(publication), now).due());
  }

  /** Whether storing it would say something new. */
  public boolean isChange(Lead next) {
    return !entries.isEmpty()
        || !notices.isEmpty()
        || !lead.standing().equals(next.standing())
        || lead.card().publication() != next.card().publication()
        || !lead.due().equals(next.due())
        || !lead.card().traits().equals(next.card().traits())
        || !undated(lead.card().scorecard()).equals(undated(next.card().scorecard()))
        || !text(lead.card().checkpoint()).equals(text(next.card().checkpoint()));
  }

  /** By their texts: numbers of one value can be nodes of several kinds. */
  private static Optional<String> text(Optional<ObjectNode> json) {
    return json.map(ObjectNode::toString);
  }

  private static ObjectNode undated(ObjectNode scorecard) {
    return scorecard.deepCopy().without("asOf");
  }
}
