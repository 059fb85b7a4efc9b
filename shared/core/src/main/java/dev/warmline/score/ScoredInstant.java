package dev.warmline.score;

import java.util.List;
import java.util.Map;

/**
 * What the rules make of a history at one instant, and the parts it was made of: the scorecard
 * shows it, and the search for the next change starts from it.
 *
 * @param at the instant in milliseconds
 * @param counting the events that count, in order; none if only their fold is known
 * @param hits what each rule of the model kept, in the order of the model
 * @param adjusted the sum of the adjustments of each score, in milli-points
 * @param card the scorecard, without the next change
 */
record ScoredInstant(
    long at,
    List<LoggedEvent> counting,
    List<RuleHits> hits,
    Map<String, Long> adjusted,
    Scorecard card) {

  static ScoredInstant of(History history, long at) {
    var counting = CountingEvents.at(at, history);
    var fold = new Fold(history.model());
    counting.forEach(fold::add);
    var evaluation = of(fold, at, counting);
    return CountingEvents.isWithdrawn(at, history) ? evaluation.withdrawn() : evaluation;
  }

  private ScoredInstant withdrawn() {
    return new ScoredInstant(at, counting, hits, adjusted, card.withConsentWithdrawn());
  }

  /** Of the events up to an instant, by what was judged up to a later one. */
  static ScoredInstant of(History history, long at, long known) {
    var fold = new Fold(history.model());
    CountingEvents.at(at, known, history).forEach(fold::add);
    return of(fold, at, List.of());
  }

  /** Of events that were folded: none of them is later than the instant, none has expired. */
  static ScoredInstant of(Fold fold, long at, List<LoggedEvent> counting) {
    var hits = fold.hits(at);
    return new ScoredInstant(
        at, counting, hits, fold.adjusted(), new Evaluator(fold, at, hits).card());
  }
}
