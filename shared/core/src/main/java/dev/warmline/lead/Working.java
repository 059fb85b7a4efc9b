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
  private final Terms terms;
  private final Instant now;

  Working(Standing standing, Done done, Terms terms, Instant now) {
    this.standing = standing;
    this.done = done;
    this.terms = terms;
    this.now = now;
  }

  /** Whoever takes it has it from then on. */
  Decision accepted() {
    return worked(Stage.SAL, "accepted", terms.accepted(now));
  }

  Decision qualified() {
    return worked(Stage.SQL, "qualified", Deadlines.NONE);
  }

  private Decision worked(Stage to, String why, Deadlines deadlines) {
    var cycle = standing.isAnnounced() ? standing.announcement() : late();
    var hands = standing.assignment().ownedBy(done.actor().person());
    return new Moved(
        standing.moved(to, why, now).with(cycle).with(deadlines).with(hands), why, List.of());
  }

  /** The new hands have as much time as the first. */
  Decision assigned(Assignment to) {
    var hands = standing.assignment().changed(to);
    if (hands.equals(standing.assignment())) {
      return new Stayed(standing, "it is in these hands already", List.of());
    }
    var deadlines =
        standing.place() == Standing.Place.ANNOUNCED
            ? standing.deadlines().acceptedBy(terms.announced(now).acceptBy())
            : standing.deadlines();
    return recorded(standing.with(hands).with(deadlines));
  }

  Decision contacted(Optional<String> agreed) {
    var from = agreed.flatMap(terms::instant).filter(now::isBefore).orElse(now);
    return recorded(standing.with(standing.deadlines().contacted(terms.fallsBack(from))));
  }

  Decision answered() {
    return standing
        .givenBack()
        .filter(GivenBack::asks)
        .map(given -> recorded(standing.withGivenBack(Optional.of(given.answered()))))
        .orElseGet(() -> new Refused("no return of it waits for an answer"));
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
    if (before.stage() == standing.stage()) {
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
