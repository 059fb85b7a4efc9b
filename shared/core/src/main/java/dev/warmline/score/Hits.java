package dev.warmline.score;

import dev.warmline.rule.After;
import dev.warmline.rule.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes hits of matches: every match, every so-many-th, or every silence after one. */
final class Hits {
  private Hits() {}

  /** The hits of a rule, in order, from its matches in order, that have come by an instant. */
  static List<Hit> of(Rule rule, List<LoggedEvent> matches, ZoneId zone, long at) {
    if (rule.quiet().isPresent()) {
      return afterSilence(matches, Millis.of(rule.quiet().get()), at);
    }
    return rule.after()
        .map(after -> everySoMany(after, matches, zone))
        .orElseGet(() -> matches.stream().map(Hit::of).toList());
  }

  private static List<Hit> afterSilence(List<LoggedEvent> matches, long quiet, long at) {
    var hits = new ArrayList<Hit>();
    for (var i = 0; i < matches.size(); i++) {
      var end = matches.get(i).at() + quiet;
      var broken = i + 1 < matches.size() && matches.get(i + 1).at() < end;
      if (!broken && end <= at) {
        hits.add(new Hit(end, matches.get(i).event()));
      }
    }
    return hits;
  }

  private static List<Hit> everySoMany(After after, List<LoggedEvent> matches, ZoneId zone) {
    var within = Millis.of(after.within());
    var hits = new ArrayList<Hit>();
    var waiting = new ArrayDeque<LoggedEvent>();
    for (var match : after.perDay() ? firstOfDays(matches, zone) : matches) {
      while (!waiting.isEmpty() && match.at() - waiting.getFirst().at() >= within) {
        waiting.removeFirst();
      }
      waiting.addLast(match);
      if (waiting.size() >= after.times()) {
        hits.add(Hit.of(match));
        waiting.clear();
      }
    }
    return hits;
  }

  private static List<LoggedEvent> firstOfDays(List<LoggedEvent> matches, ZoneId zone) {
    var firsts = new ArrayList<LoggedEvent>();
    var day = Optional.<LocalDate>empty();
    for (var match : matches) {
      var today = Optional.of(LocalDate.ofInstant(Instant.ofEpochMilli(match.at()), zone));
      if (!today.equals(day)) {
        firsts.add(match);
        day = today;
      }
    }
    return firsts;
  }
}
