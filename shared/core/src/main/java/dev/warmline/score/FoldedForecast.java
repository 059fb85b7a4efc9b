package dev.warmline.score;

import dev.warmline.event.Event;
import dev.warmline.rule.Model;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * How a lead goes on as its fold says, up to a horizon. A fold cannot give an event back, so the
 * horizon is where one expires that has a say, or where one comes that is dated in the future;
 * whoever knows all events folds anew there.
 */
final class FoldedForecast {
  private static final int EVENTS_PER_SEARCH = 200_000;

  private final Fold fold;
  private final Evaluator evaluator;
  private final FastTracks tracks;
  private final long retention;
  private final boolean anyHitIsInterest;
  private final Optional<History> history;
  private final int foldsLeft;
  private final long horizon;

  private FoldedForecast(Fold fold, Optional<History> history, long nextEvent, int foldsLeft) {
    this.fold = fold;
    this.evaluator = new Evaluator(fold);
    this.tracks = new FastTracks(fold.model);
    this.retention = Millis.of(fold.model.retention());
    this.anyHitIsInterest = fold.model.qualify().prospect().isEmpty();
    this.history = history;
    this.foldsLeft = foldsLeft;
    this.horizon = Math.min(nextEvent, expiry());
  }

  /** Of a fold that is all that is known. */
  static FoldedForecast of(Fold fold) {
    return until(RuleFold.NEVER, fold);
  }

  /** Of a fold that is all that is known, up to the instant of the next event. */
  static FoldedForecast until(long nextEvent, Fold fold) {
    return new FoldedForecast(fold, Optional.empty(), nextEvent, 0);
  }

  /** From an instant on, of a lead whose every event is known. */
  static FoldedForecast of(History history, long at) {
    var folds = Math.clamp(EVENTS_PER_SEARCH / (history.events().size() + 1), 1, 64);
    return of(history, at, folds - 1);
  }

  private static FoldedForecast of(History history, long at, int foldsLeft) {
    return new FoldedForecast(
        CountingEvents.at(at, history).fold(),
        Optional.of(history),
        history.nextAfter(at),
        foldsLeft);
  }

  /** The forecast from the horizon or a later instant on; empty if it cannot be made any more. */
  Optional<FoldedForecast> anew(long at) {
    return history.filter(known -> foldsLeft > 0).map(known -> of(known, at, foldsLeft - 1));
  }

  Model model() {
    return fold.model;
  }

  /** What the rules make of it at an instant before the horizon. */
  Evaluator evaluator() {
    return evaluator;
  }

  /** The instant from which the fold may not tell the verdict, or {@link RuleFold#NEVER}. */
  long horizon() {
    return horizon;
  }

  /** The first instant at which anything on the scorecard may change because an event expires. */
  long exactUntil() {
    var ofRules =
        fold.rules.stream().flatMapToLong(rule -> LongStream.of(oldest(rule), lastHit(rule)));
    var seen = Math.min(fold.evidence.expires(retention), touches());
    return Math.min(ofRules.min().orElse(RuleFold.NEVER), Math.min(ofLead(), seen));
  }

  /** The first instant after another at which more changes than fading. */
  long hitChangeAfter(long now) {
    var silences = fold.rules.stream().mapToLong(rule -> rule.nextSilence(now));
    var signal = fold.signals.stream().mapToLong(event -> tracks.ends(event.at()));
    var gathered = LongStream.concat(silences, signal);
    return LongStream.concat(gathered, LongStream.of(fold.contacts.ends()))
        .filter(at -> at > now)
        .min()
        .orElse(RuleFold.NEVER);
  }

  /** The first instant at which a verdict may change because an event expires. */
  private long expiry() {
    var expiry = ofLead();
    if (Segmentation.looksAt(fold.model, "leadSource")) {
      expiry = Math.min(expiry, touches());
    }
    for (var rule : fold.rules) {
      var isInterest = anyHitIsInterest && rule.rule.milliPoints() > 0;
      if (isInterest) {
        expiry = Math.min(expiry, lastHit(rule));
      }
      if ((isInterest && rule.rule.after().isPresent()) || outlivesOldest(rule)) {
        expiry = Math.min(expiry, oldest(rule));
      }
    }
    return expiry;
  }

  /** Whether any hit is worth something when the oldest match that has a say expires. */
  private boolean outlivesOldest(RuleFold rule) {
    var oldest = oldest(rule);
    return oldest != RuleFold.NEVER && rule.ages.newest + rule.quiet() + rule.life() > oldest;
  }

  /** When the oldest match that has a say expires; a silence that still lasts has one too. */
  private long oldest(RuleFold rule) {
    return Math.min(
        later(rule.ages.oldest), rule.expiring().map(this::expires).orElse(RuleFold.NEVER));
  }

  private long lastHit(RuleFold rule) {
    var last = rule.kept.isEmpty() ? RuleFold.NEVER : expires(rule.kept.getLast().event());
    return Math.min(last, rule.expiring().map(this::expires).orElse(RuleFold.NEVER));
  }

  private long ofLead() {
    var signals = fold.signals.stream().mapToLong(this::expires).min().orElse(RuleFold.NEVER);
    var copies = Math.min(later(fold.oldestTwin), later(fold.traits.purchases.oldest));
    return Math.min(Math.min(copies, signals), later(fold.traits.oldestChoice));
  }

  private long touches() {
    return fold.touches.expires(retention);
  }

  private long expires(LoggedEvent event) {
    return expires(event.event());
  }

  private long expires(Event event) {
    return event.type().isBehaviour() ? Millis.of(event.occurredAt()) + retention : RuleFold.NEVER;
  }

  private long later(long oldest) {
    return oldest == RuleFold.NEVER ? oldest : oldest + retention;
  }
}
