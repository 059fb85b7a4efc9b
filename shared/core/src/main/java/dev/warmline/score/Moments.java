package dev.warmline.score;

import dev.warmline.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The newest hits, as a person reads them. */
final class Moments {
  private static final int SHOWN = 10;
  private static final Comparator<Found> NEWEST_FIRST =
      Comparator.comparingLong((Found found) -> found.hit().at())
          .thenComparing(found -> found.hit().event(), Event.ORDER)
          .reversed();

  private record Found(RuleHits rule, Hit hit) {}

  private Moments() {}

  static List<Moment> newest(List<RuleHits> hits, long at) {
    var found = new ArrayList<Found>();
    for (var rule : hits) {
      var kept = rule.kept();
      for (var i = kept.size() - 1; i >= Math.max(0, kept.size() - SHOWN); i--) {
        found.add(new Found(rule, kept.get(i)));
      }
    }
    return found.stream().sorted(NEWEST_FIRST).limit(SHOWN).map(one -> moment(one, at)).toList();
  }

  private static Moment moment(Found found, long at) {
    var rule = found.rule().rule();
    var event = found.hit().event();
    return new Moment(
        Instant.ofEpochMilli(found.hit().at()),
        event.id(),
        rule.id(),
        rule.says().map(says -> Words.fill(says, event)).orElse(rule.id()),
        Points.ofMilli(found.rule().worth(found.hit(), at)));
  }
}
