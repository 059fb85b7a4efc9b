package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a model file says.
 *
 * @param zone in which days, weeks and months are counted
 * @param lookback the age from which a hit is worth nothing; never longer than the retention
 * @param retention the age from which behaviour does not count, deleted or not
 * @param scores in the order of the file
 * @param facts those beside or instead of the ones built in
 * @param ignore patterns of events that do not count
 * @param money in which currency orders are added up
 * @param lists the named lists that patterns refer to
 * @param routes the first that fits is taken
 */
public record ModelFile(
    String name,
    ZoneId zone,
    Duration lookback,
    Duration retention,
    List<ScoreRules> scores,
    Optional<FitRules> fit,
    List<Fact> facts,
    List<Pattern> ignore,
    Money money,
    Map<String, List<JsonNode>> lists,
    Qualify qualify,
    List<Segment> segments,
    List<Route> routes,
    Sla sla,
    List<ReturnReason> returnReasons,
    Recycle recycle) {
  public ModelFile {
    scores = List.copyOf(scores);
    facts = List.copyOf(facts);
    ignore = List.copyOf(ignore);
    lists = Map.copyOf(lists);
    segments = List.copyOf(segments);
    routes = List.copyOf(routes);
    returnReasons = List.copyOf(returnReasons);
  }

  /** The rules of every score, in the order of the file. */
  public Stream<Rule> rules() {
    return scores.stream().flatMap(score -> score.rules().stream());
  }

  /** The patterns over events: of rules, then of fast tracks, then of contacts. */
  List<Pattern> eventPatterns() {
    return Stream.of(
            rules().map(Rule::when),
            qualify.fastTrack().stream().map(Qualify.FastTrackRule::when),
            qualify.contactLimit().stream().map(ContactLimit::when))
        .flatMap(patterns -> patterns)
        .toList();
  }

  /** The patterns over traits: of exclusions, fit rules and conditions. */
  List<Pattern> factPatterns() {
    var patterns = new ArrayList<>(qualify.exclude());
    fit.ifPresent(rules -> rules.rules().forEach(rule -> patterns.add(rule.when())));
    for (var leaf : qualify.leaves().toList()) {
      if (leaf instanceof Condition.TraitsMatch(var when)) {
        patterns.add(when);
      }
    }
    return List.copyOf(patterns);
  }
}
