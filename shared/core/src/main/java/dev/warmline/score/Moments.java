package dev.warmline.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The newest hits, as a person reads them. */
final class Moments {
  private static final int SHOWN = 10;

  /** By nothing but the hit and its rule: a fold does not know the events of hits not shown. */
  private static final Comparator<Found> NEWEST_FIRST =
      Comparator.comparingLong((Found found) -> found.hit().at())
          .thenComparingInt(Found::place)
          .reversed();

  private record Found(RuleHits rule, int place, Hit hit) {}

  private Moments() {}

  /** Those of them whose events are younger than the retention: folds keep older ones too. */
  static List<Moment> newest(List<RuleHits> hits, long at, long retention) {
    return found(hits, SHOWN, one -> !hasExpired(one, at, retention))
        .map(one -> moment(one, at))
        .toList();
  }

  /** All of them, the newest first. */
  static List<Moment> all(List<RuleHits> hits, long at, long retention) {
    return found(hits, Integer.MAX_VALUE, one -> !hasExpired(one, at, retention))
        .map(one -> moment(one, at))
        .toList();
  }

  /**
   * How many of the newest hits of each rule are among those shown, now or when others have
   * expired: a silence can be newer than others and yet expire before them, with its event.
   */
  static int[] shown(List<RuleHits> hits) {
    var shown = new int[hits.size()];
    found(hits, SHOWN, one -> one.rule().rule().quiet().isPresent())
        .forEach(one -> shown[one.place()]++);
    found(hits, SHOWN, one -> one.rule().rule().quiet().isEmpty())
        .forEach(one -> shown[one.place()]++);
    return shown;
  }

  /** What counts idle time outlives the event that it is counted from. */
  private static boolean hasExpired(Found found, long at, long retention) {
    return found.rule().rule().idle().isEmpty() && found.hit().hasExpired(at, retention);
  }

  private static Stream<Found> found(List<RuleHits> hits, int most, Predicate<Found> wanted) {
    var found = new ArrayList<Found>();
    for (var place = 0; place < hits.size(); place++) {
      var rule = hits.get(place);
      var kept = rule.kept();
      for (var i = kept.size() - 1; i >= Math.max(0, kept.size() - most); i--) {
        found.add(new Found(rule, place, kept.get(i)));
      }
    }
    return found.stream().filter(wanted).sorted(NEWEST_FIRST).limit(most);
  }

  private static Moment moment(Found found, long at) {
    var rule = found.rule().rule();
    var event = found.hit().event();
    return new Moment(
        Instant.ofEpochMilli(found.hit().at()),
        event.id(),
        rule.id(),
        rule.says().map(says -> Words.fill(says, event.json())).orElse(rule.id()),
        Points.ofMilli(found.rule().worth(found.hit(), at)));
  }
}
