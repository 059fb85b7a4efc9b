package dev.warmline.lead;

import dev.warmline.lead.Decision.Moved;
import dev.warmline.lead.Decision.Stayed;
import dev.warmline.lead.Decision.Tell;
import dev.warmline.score.Scorecard;
import dev.warmline.score.Scorecard.FastTrack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The row of the stage machine that is about scorecards. Thresholds have hysteresis: between exit
 * and enter nothing changes.
 */
final class Evaluating {
  /** How long leads that wait for one thing are gathered before marketing is told of them. */
  private static final Duration GATHERING = Duration.ofMinutes(10);

  private final Standing standing;
  private final Scorecard card;
  private final Terms terms;
  private final Instant now;

  Evaluating(Standing standing, Scorecard card, Terms terms, Instant now) {
    this.standing = standing;
    this.card = card;
    this.terms = terms;
    this.now = now;
  }

  Decision decide() {
    return switch (standing.place()) {
      case SUSPECT, PROSPECT, RECYCLED -> qualified().orElseGet(this::below);
      case WAITING -> waiting();
      case ANNOUNCED -> cooled().orElseGet(this::told);
      case DISQUALIFIED -> isBack() ? qualified().orElseGet(this::back) : told();
      case SAL, SQL, CUSTOMER -> told();
    };
  }

  /** Who was given up for showing no interest shows it again: nobody has to reopen that. */
  private boolean isBack() {
    return standing.why().equals(StageMachine.IDLE)
        && card.latestHit().filter(standing.since()::isBefore).isPresent();
  }

  private Decision back() {
    return moved(card.qualifies().prospect() ? Stage.PROSPECT : Stage.SUSPECT, "came back");
  }

  /** A cycle opens, announced or waiting as the evidence says. */
  private Optional<Decision> qualified() {
    return opens().map(this::opened);
  }

  private Decision opened(String why) {
    var next = standing.moved(Stage.MQL, why, now).inNextCycle();
    return switch (terms.announcement(card, now)) {
      case Announcement.Waiting waiting -> new Moved(next.with(waiting), why, leftWaiting(waiting));
      case Announcement announced -> announced(standing, next, announced, card, terms, now, why);
    };
  }

  /** Marketing hears of whom somebody may release; who waits for its own sake goes on by itself. */
  private List<Tell> leftWaiting(Announcement.Waiting waiting) {
    return waiting.reason().endsByItself()
        ? List.of()
        : List.of(
            new Tell(
                NoticeId.Kind.WAITING, now.plus(GATHERING), waiting.words(), Optional.empty()));
  }

  /** Sales is told of a cycle: its clocks begin. */
  static Decision announced(
      Standing before,
      Standing next,
      Announcement announcement,
      Scorecard card,
      Terms terms,
      Instant now,
      String why) {
    var hands = terms.routed(card);
    var announced =
        next.with(announcement)
            .with(terms.announced(hands, Terms.tier(card), now))
            .with(hands)
            .with(next.signals().announced(card.qualifies().signals(), now));
    var isPromised =
        announcement instanceof Announcement.Announced(_, var by)
            && by.equals(new Act.Resumed().word());
    var kind = isPromised ? NoticeId.Kind.RESUMED : NoticeId.Kind.QUALIFIED;
    var tells = List.of(new Tell(kind, now, why, card.qualifies().fastTrack()));
    return next.stage() == before.stage()
        ? new Stayed(announced, why, tells)
        : new Moved(announced, why, tells);
  }

  /** Why a cycle opens now, if one does. */
  private Optional<String> opens() {
    var qualifies = card.qualifies();
    if (qualifies.excluded().isPresent()) {
      return Optional.empty();
    }
    var signal = qualifies.fastTrack().filter(track -> isNew(track.at()));
    if (signal.isPresent()) {
      return signal.map(FastTrack::says);
    }
    var isCooling = terms.coolDownEnd(standing).filter(now::isBefore).isPresent();
    var hasNews =
        standing.left().isEmpty() || qualifies.latestPositiveHit().filter(this::isNew).isPresent();
    return qualifies.enter() && qualifies.missing().isEmpty() && !isCooling && hasNews
        ? Optional.of(Why.entered(card))
        : Optional.empty();
  }

  /** The way back to MQL needs something new since the lead left. */
  private boolean isNew(Instant hit) {
    return standing.left().map(hit::isAfter).orElse(true);
  }

  private Decision below() {
    var prospect = card.qualifies().prospect();
    if (prospect && standing.stage() == Stage.SUSPECT) {
      return moved(Stage.PROSPECT, "showed interest");
    }
    if (!prospect && standing.stage() == Stage.PROSPECT) {
      return moved(Stage.SUSPECT, "interest faded");
    }
    return told();
  }

  private Decision waiting() {
    if (card.qualifies().holds()) {
      switch (terms.announcement(card, now)) {
        case Announcement.Announced announced -> {
          return announced(standing, standing, announced, card, terms, now, why());
        }
        case Announcement.Waiting waiting when isOtherwise(waiting) -> {
          return new Stayed(
              standing.with(waiting), "it waits for something else", leftWaiting(waiting));
        }
        case Announcement.Waiting _, Announcement.NotOpen _ -> {}
      }
    }
    return isCold() && !standing.why().equals(StageMachine.IMPORTED)
        ? moved(card.qualifies().prospect() ? Stage.PROSPECT : Stage.SUSPECT, "withdrawn")
        : told();
  }

  /**
   * Whether a lead that ends its waiting by itself would now have to be released, or vice versa.
   */
  private boolean isOtherwise(Announcement.Waiting now) {
    return standing
        .waiting()
        .map(Announcement.Waiting::reason)
        .filter(it -> it != now.reason() && (it.endsByItself() || now.reason().endsByItself()))
        .isPresent();
  }

  private String why() {
    return card.qualifies().fastTrack().map(FastTrack::says).orElseGet(() -> Why.entered(card));
  }

  private Optional<Decision> cooled() {
    var isAccepting = standing.deadlines().acceptBy().filter(now::isBefore).isPresent();
    if (!isCold() || isAccepting) {
      return Optional.empty();
    }
    var next =
        standing
            .moved(Stage.RECYCLED, StageMachine.COOLED_DOWN, now)
            .with(new Announcement.NotOpen())
            .with(Assignment.NONE)
            .withLeft(Optional.of(now));
    return Optional.of(new Moved(next, StageMachine.COOLED_DOWN, List.of()));
  }

  /** A fast-track signal overrides the scores for as long as it is young enough to count. */
  private boolean isCold() {
    return card.qualifies().exit() && card.qualifies().fastTrack().isEmpty();
  }

  private Decision moved(Stage to, String why) {
    var heard = heard();
    var next = standing.moved(to, why, now).with(new Announcement.NotOpen());
    return new Moved(next.with(heard.next()), why, heard.tells());
  }

  /** It stays where it is, and whoever has it hears of its signals. */
  private Decision told() {
    var heard = heard();
    return new Stayed(standing.with(heard.next()), "nothing changes", heard.tells());
  }

  private record Heard(Signals next, List<Tell> tells) {}

  private Heard heard() {
    var next = standing.signals();
    var tells = new ArrayList<Tell>();
    for (var signal : hasListener() ? card.qualifies().signals() : List.<FastTrack>of()) {
      if (!isNew(signal.at()) || signal.fresh().filter(terms::isLoud).isEmpty()) {
        continue;
      }
      var heard = next.hear(signal, now);
      next = heard.map(Signals.Heard::next).orElse(next);
      heard
          .flatMap(Signals.Heard::tellAt)
          .map(at -> new Tell(NoticeId.Kind.SIGNAL, at, signal.says(), Optional.of(signal)))
          .ifPresent(tells::add);
    }
    return new Heard(next, tells);
  }

  /** Sales has it; or it is a customer, whom the model may exclude from qualifying. */
  private boolean hasListener() {
    var excluded = card.qualifies().excluded().isPresent();
    return switch (standing.place()) {
      case ANNOUNCED, SAL, SQL -> !excluded;
      case CUSTOMER -> true;
      case SUSPECT, PROSPECT, RECYCLED, WAITING ->
          excluded && card.traits().path("customer").asBoolean(false);
      case DISQUALIFIED -> false;
    };
  }
}
