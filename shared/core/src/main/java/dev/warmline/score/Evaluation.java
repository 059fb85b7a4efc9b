package dev.warmline.score;

import dev.warmline.rule.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rules make of a history at one instant, and the parts it was made of: the scorecard
 * shows it, and the search for the next change starts from it.
 *
 * @param at the instant in milliseconds
 * @param counting the events that count, in order
 * @param hits what each rule of the model kept, in the order of the model
 * @param adjusted the sum of the adjustments of each score, in milli-points
 * @param card the scorecard, without the next change
 */
record Evaluation(
    long at,
    List<LoggedEvent> counting,
    List<RuleHits> hits,
    Map<String, Long> adjusted,
    Scorecard card) {

  static Evaluation of(History history, long at) {
    var model = history.model();
    var counting = CountingEvents.at(at, history);
    var hits = hits(model, counting, at);
    var adjustments =
        counting.stream().flatMap(logged -> Adjustment.of(logged.event()).stream()).toList();
    var adjusted = new LinkedHashMap<String, Long>();
    adjustments.forEach(given -> adjusted.merge(given.score(), given.points().milli(), Long::sum));
    var card = new Evaluator(model, at, counting, hits, adjustments).card();
    return new Evaluation(at, counting, hits, adjusted, card);
  }

  private static List<RuleHits> hits(Model model, List<LoggedEvent> counting, long at) {
    var rules = model.rules();
    var matches = new ArrayList<List<LoggedEvent>>();
    rules.forEach(rule -> matches.add(new ArrayList<>()));
    for (var event : counting) {
      for (var place : event.matches()) {
        if (place < rules.size()) {
          matches.get(place).add(event);
        }
      }
    }
    var lookback = Millis.of(model.lookback());
    var kept = new ArrayList<RuleHits>();
    for (var i = 0; i < rules.size(); i++) {
      var rule = rules.get(i);
      var hits = Hits.of(rule, matches.get(i), model.zone(), at);
      var limited = rule.limit().map(limit -> Limits.keep(limit, hits, model.zone())).orElse(hits);
      kept.add(new RuleHits(rule, limited, lookback));
    }
    return kept;
  }
}
