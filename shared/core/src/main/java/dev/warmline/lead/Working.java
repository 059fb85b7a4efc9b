package dev.warmline.lead;

import dev.warmline.lead.Decision.Moved;
import dev.warmline.lead.Decision.Recorded;
import dev.warmline.lead.Decision.Refused;
import dev.warmline.lead.Decision.Stayed;
import dev.warmline.lead.Decision.Tell;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of the stage machine by which people work on a lead. */
final class Working {
  private final Standing standing;
  private final Done done;
  private final Tier tier;
  private final Terms terms;
  private final Instant now;

  Working(Standing standing, Done done, Tier tier, Terms terms, Instant now) {
    this.standing = standing;
    this.done = done;
    this.tier = tier;
    this.terms = terms;
    this.now = now;
  }

  /** Whoever takes it has it from then on. */
  Decision accepted() {
    return worked(Stage.SAL, "accepted", terms.accepted(hands(), tier, now));
  }

  /** The same of one that sales works on and that is nobody's: it stays where it is. */
  Decision taken() {
    return new Recorded(standing.with(hands()), done.act().word(), List.of());
  }

  Decision qualified() {
    return worked(Stage.SQL, "qualified", Deadlines.NONE);
  }

  private Decision worked(Stage to, String why, Deadlines deadlines) {
    var cycle = standing.isAnnounced() ? standing.announcement() : late();
    return new Moved(
        standing.moved(to, why, now).with(cycle).with(deadlines).with(hands()), why, List.of());
  }

  private Assignment hands() {
    return standing.assignment().ownedBy(done.actor().person());
  }

  /** The new hands have as much time as the first. */
  Decision assigned(Assignment to) {
    var hands = standing.assignment().changed(to);
    if (hands.equals(standing.assignment())) {
      return new Stayed(standing, "it is in these hands already", List.of());
    }
    var deadlines =
        standing.place() == Standing.Place.ANNOUNCED
            ? standing.deadlines().acceptedBy(terms.announced(hands, tier, now))
            : standing.deadlines();
    var next = standing.with(hands).with(deadlines);
    var own = standing.owner().isPresent() ? "nobody had accepted it" : "now somebody can take it";
    var why = done.isOwn() ? own : "assigned by " + terms.name(done.actor());
    return new Recorded(
        next, done.act().word(), terms.tell(NoticeId.Kind.REASSIGNED, hands, why, now));
  }

  /** Whoever is to be told that a step of a clock has come is told; the last of one clock only. */
  Decision reminded() {
    var due = standing.deadlines().due(now);
    var isOver = due.stream().anyMatch(step -> step.what() == ClockStep.OVERDUE);
    var tells =
        due.stream()
            .map(Deadlines.Step::what)
            .filter(what -> !isOver || what != ClockStep.REMINDER)
            .flatMap(what -> told(what).stream())
            .toList();
    var left = standing.deadlines().without(due::contains);
    return new Stayed(standing.with(left), "nothing changes", tells);
  }

  private List<Tell> told(ClockStep what) {
    return what.tells()
        .map(kind -> terms.tell(kind, standing.assignment(), what.says(), now))
        .orElse(List.of());
  }

  Decision contacted(Optional<String> agreed) {
    var hands = standing.assignment();
    var from = agreed.flatMap(day -> terms.instant(day, hands)).filter(now::isBefore).orElse(now);
    var fresh = terms.fallsBack(hands, tier, from);
    return recorded(standing.with(standing.deadlines().contacted(fresh)));
  }

  Decision answered() {
    return standing
        .givenBack()
        .filter(GivenBack::asks)
        .map(given -> answered(given, "answered by " + terms.name(done.actor())))
        .orElseGet(() -> new Refused("no return of it waits for an answer"));
  }

  private Decision answered(GivenBack given, String why) {
    var deadlines = standing.deadlines().without(step -> step.what() == ClockStep.UNANSWERED);
    return new Recorded(
        standing.withGivenBack(Optional.of(given.answered())).with(deadlines),
        done.act().word(),
        terms.tell(NoticeId.Kind.ANSWERED, Assignment.NONE, why, now));
  }

  /** Everything but what was told of its signals is what it was. */
  Decision undone() {
    var person = done.actor().person();
    var undo =
        standing
            .lastAct()
            .flatMap(LastAct::undo)
            .filter(it -> person.filter(it.by()::equals).isPresent());
    if (undo.isEmpty()) {
      return new Refused("the last act is none of yours that can be undone");
    }
    var end = standing.lastAct().orElseThrow().at().plus(LastAct.UNDOABLE);
    if (done.at().isAfter(end) || standing.position().entries() != undo.get().entries()) {
      return new Refused(
          "it is too late to undo that: ten minutes are over, or the lead has moved");
    }
    var before = undo.get().before().with(standing.signals());
    if (before.position().entries() == standing.position().entries()) {
      return recorded(before);
    }
    var isTold = standing.isAnnounced() && !before.isAnnounced();
    var tells =
        isTold
            ? List.of(new Tell(NoticeId.Kind.DISREGARD, now, "undone", Optional.empty()))
            : List.<Tell>of();
    return new Moved(before.with(before.position().again(standing.position())), "undone", tells);
  }

  private Announcement late() {
    return new Announcement.Announced(now, done.act().word());
  }

  Decision recorded() {
    return recorded(standing);
  }

  private Decision recorded(Standing next) {
    return new Recorded(next, done.act().word(), List.of());
  }
}
