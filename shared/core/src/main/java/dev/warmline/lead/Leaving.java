package dev.warmline.lead;

import dev.warmline.lead.Decision.Moved;
import dev.warmline.lead.Decision.Refused;
import dev.warmline.lead.Decision.Stayed;
import dev.warmline.lead.Decision.Tell;
import dev.warmline.rule.ReturnReason;
import dev.warmline.rule.ReturnReason.Path;
import dev.warmline.rule.ReturnReason.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of the stage machine by which a lead leaves sales. */
final class Leaving {
  private final Standing standing;
  private final Done done;
  private final Tier tier;
  private final Terms terms;
  private final Instant now;

  Leaving(Standing standing, Done done, Tier tier, Terms terms, Instant now) {
    this.standing = standing;
    this.done = done;
    this.tier = tier;
    this.terms = terms;
    this.now = now;
  }

  Decision expired() {
    if (!standing.deadlines().haveExpired(now)) {
      return new Stayed(standing, "its time is not over", List.of());
    }
    var why = standing.stage() == Stage.SAL ? StageMachine.NOT_QUALIFIED : StageMachine.NOT_WORKED;
    return to(Stage.RECYCLED, why, Optional.empty(), tell(NoticeId.Kind.UNWORKED, why));
  }

  /** By the path of the reason; an act of a feed need not name one. */
  Decision givenBack(Act.Cause cause) {
    var name = cause.reason().orElse("");
    if (name.isEmpty()) {
      return givenBack(cause, ReturnReason.plain(done.act().word()));
    }
    return terms
        .reason(name)
        .map(reason -> givenBack(cause, reason))
        .orElseGet(
            () -> new Refused("reason " + name + " is none of the model's: " + terms.reasons()));
  }

  private Decision givenBack(Act.Cause cause, ReturnReason reason) {
    if (reason.note() && cause.note().isEmpty()) {
      return new Refused("reason " + reason.name() + " needs a note");
    }
    return switch (reason.path()) {
      case RECYCLE -> left(Stage.RECYCLED, cause, reason);
      case DISQUALIFY -> left(Stage.DISQUALIFIED, cause, reason);
      case QUEUE ->
          cause
              .queue()
              .map(queue -> toQueue(queue, reason))
              .orElseGet(() -> new Refused("reason " + reason.name() + " needs the queue"));
    };
  }

  private Decision left(Stage stage, Act.Cause cause, ReturnReason reason) {
    var tells =
        done.act() instanceof Act.Returned
            ? tell(NoticeId.Kind.RETURNED, returned(cause, reason))
            : List.<Tell>of();
    return to(stage, reason.name(), Optional.of(left(cause, reason)), tells);
  }

  private String returned(Act.Cause cause, ReturnReason reason) {
    return "returned by "
        + terms.name(done.actor())
        + ": "
        + reason.name()
        + cause.note().map(note -> ", " + note).orElse("")
        + (reason.answer() ? "; an answer is asked for" : "");
  }

  private List<Tell> tell(NoticeId.Kind kind, String why) {
    return terms.tell(kind, standing.assignment(), why, now);
  }

  /**
   * What is left open. Whoever names a day means it, also with a reason that does not ask for one;
   * a day that is over already is no promise.
   */
  private GivenBack left(Act.Cause cause, ReturnReason reason) {
    var until =
        switch (reason.promise()) {
          case Promise.None _, Promise.Asked _ -> cause.until().flatMap(this::instant);
          case Promise.After(var time) ->
              cause.until().flatMap(this::instant).or(() -> Optional.of(now.plus(time)));
        };
    return new GivenBack(
        reason.name(),
        cause.note(),
        done.actor().who(),
        reason.answer(),
        reason.answer() ? terms.answerBy(standing.assignment(), now) : Optional.empty(),
        until.filter(day -> reason.path() == Path.RECYCLE && day.isAfter(now)),
        reason.sameOwner() ? standing.assignment() : Assignment.NONE);
  }

  private Optional<Instant> instant(String text) {
    return terms.instant(text, standing.assignment());
  }

  /** Sales keeps it, in another queue, whose clock begins anew. */
  private Decision toQueue(String queue, ReturnReason reason) {
    var hands = Assignment.to(Optional.of(queue));
    var next =
        standing
            .moved(Stage.MQL, reason.name(), now)
            .with(terms.announced(hands, tier, now))
            .with(hands);
    var why = "sent to " + queue + " by " + terms.name(done.actor());
    return new Moved(next, reason.name(), terms.tell(NoticeId.Kind.REASSIGNED, hands, why, now));
  }

  Decision to(Stage stage, String why) {
    return to(stage, why, Optional.empty(), List.of());
  }

  private Decision to(Stage stage, String why, Optional<GivenBack> open, List<Tell> tells) {
    var answer =
        open.filter(GivenBack::asks)
            .map(_ -> terms.answer(standing.assignment(), now))
            .orElse(List.of());
    var next =
        standing
            .moved(stage, why, now)
            .with(new Announcement.NotOpen())
            .with(Assignment.NONE)
            .withLeft(Optional.of(now))
            .withGivenBack(open)
            .with(Deadlines.NONE.with(terms, answer));
    return new Moved(next, why, tells);
  }
}
