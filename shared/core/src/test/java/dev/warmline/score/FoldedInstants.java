package dev.warmline.score;

import java.util.List;

/**
 * What a history says at any instant. The events that count are folded anew for each instant at
 * which others count than at the one before; nothing is forecast.
 */
final class FoldedInstants {
  private final History history;
  private List<Long> counting = List.of();
  private Evaluator evaluator;

  FoldedInstants(History history) {
    this.history = history;
    this.evaluator = new Evaluator(new Fold(history.model()));
  }

  Verdict verdict(long at) {
    return at(at).at(at).verdict();
  }

  Scorecard card(long at) {
    return at(at).card(at(at).at(at));
  }

  private Evaluator at(long at) {
    var retention = Millis.of(history.model().retention());
    var come = history.events().stream().filter(event -> event.at() <= at).count();
    var old = history.events().stream().filter(event -> at - event.at() >= retention).count();
    if (!counting.equals(List.of(come, old))) {
      counting = List.of(come, old);
      evaluator = new Evaluator(CountingEvents.at(at, history).fold());
    }
    return evaluator;
  }
}
