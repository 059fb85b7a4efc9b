package dev.warmline.lead;

import dev.warmline.rule.Publication;
import dev.warmline.score.Scorecard;
import dev.warmline.score.Scorecard.FastTrack;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides what an evaluation means for the stage of a lead. Thresholds have hysteresis: between
 * exit and enter nothing changes. Only sales moves a lead beyond MQL; that is not decided here.
 */
public final class StagePolicy {
  private final Lead lead;
  private final Scorecard card;
  private final Publication publication;
  private final Deadlines deadlines;
  private final Instant now;

  private StagePolicy(Lead lead, Scorecard card, Publication publication, Instant now) {
    this.lead = lead;
    this.card = card;
    this.publication = publication;
    this.deadlines = Deadlines.of(lead, publication.model());
    this.now = now;
  }

  /** A stage and why the lead is in it from now on. */
  private record Move(Stage to, String why) {}

  /**
   * What to store after an evaluation.
   *
   * @param now the instant of the scorecard
   */
  public static Evaluation next(
      Lead lead, Scorecard card, Publication publication, Instant now, Occasion occasion) {
    return new StagePolicy(lead, card, publication, now).evaluated(occasion);
  }

  private Evaluation evaluated(Occasion occasion) {
    var silent = occasion.isSilent() || publication.silent();
    var writer = new LeadWriter(settled(occasion), card, publication, now);
    var signal = card.qualifies().fastTrack().filter(this::isNews);
    if (signal.isPresent()) {
      return writer.signalled(signal.get(), silent);
    }
    return move().map(to -> writer.moved(to.to(), to.why(), silent)).orElseGet(writer::stayed);
  }

  /** What was settled is over; what has become due since then is not. */
  private Lead settled(Occasion occasion) {
    var isOver = lead.alertDue().filter(now::isBefore).isEmpty();
    return occasion == Occasion.ALERT_SETTLED && isOver
        ? lead.withAlertDue(Optional.empty())
        : lead;
  }

  /** Whether sales has the lead and has not heard of this signal. */
  private boolean isNews(FastTrack signal) {
    return lead.stage().isWithSales()
        && card.qualifies().excluded().isEmpty()
        && isNew(signal.at())
        && lead.signalAt().map(signal.at()::isAfter).orElse(true);
  }

  private Optional<Move> move() {
    return switch (lead.stage()) {
      case SUSPECT, PROSPECT -> qualified().or(this::warmth);
      case RECYCLED -> qualified();
      case MQL -> leftMql();
      case SAL -> leftSal();
      case SQL, CUSTOMER, DISQUALIFIED -> Optional.empty();
    };
  }

  private Optional<Move> qualified() {
    var verdict = card.qualifies();
    if (verdict.excluded().isPresent()) {
      return Optional.empty();
    }
    if (verdict.fastTrack().map(FastTrack::at).filter(this::isNew).isPresent()) {
      return verdict.fastTrack().map(signal -> new Move(Stage.MQL, signal.says()));
    }
    var open =
        verdict.enter()
            && verdict.missing().isEmpty()
            && !deadlines.isCoolingDown(now)
            && (lead.leftAt().isEmpty()
                || verdict.latestPositiveHit().filter(this::isNew).isPresent());
    return open ? Optional.of(new Move(Stage.MQL, Why.entered(card))) : Optional.empty();
  }

  /** The way back to MQL needs something new since the lead left. */
  private boolean isNew(Instant hit) {
    return lead.leftAt().map(hit::isAfter).orElse(true);
  }

  private Optional<Move> warmth() {
    var prospect = card.qualifies().prospect();
    if (prospect && lead.stage() == Stage.SUSPECT) {
      return Optional.of(new Move(Stage.PROSPECT, "showed interest"));
    }
    if (!prospect && lead.stage() == Stage.PROSPECT) {
      return Optional.of(new Move(Stage.SUSPECT, "interest faded"));
    }
    return Optional.empty();
  }

  private Optional<Move> leftMql() {
    if (deadlines.notWorked().filter(this::isOver).isPresent()) {
      return Optional.of(new Move(Stage.RECYCLED, "not worked"));
    }
    return isCold() && isOver(deadlines.acceptBy())
        ? Optional.of(new Move(Stage.RECYCLED, "cooled down"))
        : Optional.empty();
  }

  /** A fast-track signal overrides the scores for as long as it is young enough to count. */
  private boolean isCold() {
    return card.qualifies().exit() && card.qualifies().fastTrack().isEmpty();
  }

  private Optional<Move> leftSal() {
    return deadlines
        .notQualified()
        .filter(this::isOver)
        .map(at -> new Move(Stage.RECYCLED, "not qualified"));
  }

  private boolean isOver(Instant deadline) {
    return !now.isBefore(deadline);
  }
}
