package dev.warmline.score;

import dev.warmline.rule.Model;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * How a lead goes on of which only the fold is known. A fold cannot give an event back, so it ends
 * where one expires that has a say.
 */
final class FoldedForecast implements NextChange.Forecast {
  private final Fold fold;
  private final FastTracks tracks;
  private final long retention;
  private final boolean anyHitIsInterest;

  FoldedForecast(Fold fold) {
    this.fold = fold;
    this.tracks = new FastTracks(fold.model);
    this.retention = Millis.of(fold.model.retention());
    this.anyHitIsInterest = fold.model.qualify().prospect().isEmpty();
  }

  /** The first instant at which anything on the scorecard may change because an event expires. */
  long exactUntil() {
    var ofRules =
        fold.rules.stream().flatMapToLong(rule -> LongStream.of(oldest(rule), lastHit(rule)));
    var seen = Math.min(fold.evidence.expires(retention), touches());
    return Math.min(ofRules.min().orElse(RuleFold.NEVER), Math.min(ofLead(), seen));
  }

  @Override
  public Model model() {
    return fold.model;
  }

  @Override
  public ScoredInstant at(long instant) {
    return ScoredInstant.of(fold, instant, List.of());
  }

  @Override
  public OptionalLong hitChangeAfter(ScoredInstant now) {
    var silences =
        fold.rules.stream()
            .filter(rule -> rule.pending.isPresent())
            .mapToLong(rule -> rule.pending.get().at() + rule.quiet());
    var signal = fold.signals.stream().mapToLong(tracks::ends);
    return LongStream.concat(silences, signal).filter(at -> at > now.at()).min();
  }

  /** The first instant at which a verdict may change because an event expires. */
  @Override
  public long horizon() {
    var horizon = ofLead();
    if (Segmentation.looksAt(fold.model, "leadSource")) {
      horizon = Math.min(horizon, touches());
    }
    for (var rule : fold.rules) {
      var isInterest = anyHitIsInterest && rule.rule.milliPoints() > 0;
      if (isInterest) {
        horizon = Math.min(horizon, lastHit(rule));
      }
      if ((isInterest && rule.rule.after().isPresent()) || outlivesOldest(rule)) {
        horizon = Math.min(horizon, oldest(rule));
      }
    }
    return horizon;
  }

  @Override
  public int steps() {
    return NextChange.MOST_STEPS;
  }

  /** Whether any hit is worth something when the oldest match that has a say expires. */
  private boolean outlivesOldest(RuleFold rule) {
    var life = DecayedPoints.life(rule.rule, Millis.of(fold.model.lookback()));
    return oldest(rule) != RuleFold.NEVER && rule.ages.newest + rule.quiet() + life > oldest(rule);
  }

  /** When the oldest match that has a say expires; a silence that still lasts has one too. */
  private long oldest(RuleFold rule) {
    var oldest = rule.ages.oldest;
    var ofKept = oldest == RuleFold.NEVER ? oldest : oldest + retention;
    return Math.min(ofKept, rule.pending.map(this::expires).orElse(RuleFold.NEVER));
  }

  private long lastHit(RuleFold rule) {
    var last =
        rule.kept.isEmpty()
            ? RuleFold.NEVER
            : expires(new LoggedEvent(rule.kept.getLast().event(), new int[0]));
    return Math.min(last, rule.pending.map(this::expires).orElse(RuleFold.NEVER));
  }

  private long ofLead() {
    var order = fold.traits.purchases.oldest;
    var orders = order == RuleFold.NEVER ? order : order + retention;
    var signals = fold.signals.stream().mapToLong(this::expires).min();
    return Math.min(orders, signals.orElse(RuleFold.NEVER));
  }

  private long touches() {
    return fold.touches.expires(retention);
  }

  private long expires(LoggedEvent event) {
    return event.event().type().isBehaviour() ? event.at() + retention : RuleFold.NEVER;
  }
}
