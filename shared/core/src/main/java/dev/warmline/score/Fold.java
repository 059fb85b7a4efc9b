package dev.warmline.score;

import dev.warmline.event.EventType;
import dev.warmline.rule.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a scorecard needs to know of the events that count, taken in order one by one. */
final class Fold {
  final Model model;
  final List<RuleFold> rules;
  final TraitFold traits = new TraitFold();
  final Touches touches = new Touches();
  final List<Adjustment> adjustments = new ArrayList<>();
  Optional<LoggedEvent> fastTrack = Optional.empty();

  /** The instant of the newest event; {@code Long.MIN_VALUE} before the first. */
  long mark = Long.MIN_VALUE;

  private final FastTracks tracks;

  Fold(Model model) {
    this.model = model;
    this.tracks = new FastTracks(model);
    this.rules = model.rules().stream().map(rule -> new RuleFold(rule, model)).toList();
  }

  /** Takes the next event. */
  void add(LoggedEvent event) {
    for (var place : event.matches()) {
      if (place < rules.size()) {
        rules.get(place).add(event);
      }
    }
    traits.add(event.event());
    touches.add(event);
    Adjustment.of(event.event()).ifPresent(adjustments::add);
    if (tracks.isFastTrack(event)) {
      fastTrack = Optional.of(event);
    }
    mark = event.at();
  }

  /** Whether an event changes anything here. */
  static boolean concerns(LoggedEvent event) {
    return event.matches().length > 0
        || isFact(event.event().type())
        || Model.isOrder(event.event())
        || Touches.touch(event).isPresent();
  }

  private static boolean isFact(EventType type) {
    return switch (type) {
      case IDENTIFY, GROUP, IMPORT, ADJUSTMENT -> true;
      case PAGE, SCREEN, TRACK, EMAIL, ALIAS, OUTCOME, CONSENT, VERDICT -> false;
    };
  }

  List<RuleHits> hits(long at) {
    return rules.stream().map(rule -> rule.hits(at)).toList();
  }

  /** The sum of the adjustments of each score, in milli-points. */
  Map<String, Long> adjusted() {
    var adjusted = new LinkedHashMap<String, Long>();
    adjustments.forEach(given -> adjusted.merge(given.score(), given.points().milli(), Long::sum));
    return adjusted;
  }
}
