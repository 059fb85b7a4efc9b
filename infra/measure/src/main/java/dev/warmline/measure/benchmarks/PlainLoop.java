package dev.warmline.measure.benchmarks;

import dev.warmline.event.Event;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one would write instead of an engine: every predicate is asked about every event, limits are
 * counted in maps, and what is left of each hit is added up. It explains nothing.
 */
final class PlainLoop {
  private static final int[] NONE = {};

  private final PlainRule[] rules;

  PlainLoop(List<PlainRule> rules) {
    this.rules = rules.toArray(PlainRule[]::new);
  }

  /** A value that is counted apart, in a period. */
  private record Place(int rule, String value, long period) {}

  /** The places of the rules that match, in rising order. */
  int[] matching(Event event) {
    var places = NONE;
    for (var i = 0; i < rules.length; i++) {
      if (rules[i].when().test(event)) {
        places = Arrays.copyOf(places, places.length + 1);
        places[places.length - 1] = i;
      }
    }
    return places;
  }

  /** The sum of what all hits are worth at an instant. */
  double score(List<Event> events, long at) {
    var taken = new HashMap<Place, Integer>();
    var sum = 0.0;
    for (var event : events) {
      for (var place : matching(event)) {
        sum += worth(place, event, at, taken);
      }
    }
    return Math.max(0, sum);
  }

  private double worth(int place, Event event, long at, Map<Place, Integer> taken) {
    var rule = rules[place];
    var when = event.occurredAt().toEpochMilli();
    var value =
        rule.distinct().isEmpty() ? "" : PlainRule.text(event, "properties", rule.distinct());
    var count = taken.merge(new Place(place, value, when / rule.periodMillis()), 1, Integer::sum);
    return count > rule.times()
        ? 0
        : rule.points() * Math.pow(0.5, (at - when) / rule.halfLifeMillis());
  }
}
