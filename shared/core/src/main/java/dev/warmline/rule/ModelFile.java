package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.ZoneId;
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
    Map<String, List<JsonNode>> lists,
    Qualify qualify,
    List<Segment> segments,
    List<Route> routes,
    Sla sla,
    List<ReturnReason> returnReasons,
    Recycle recycle) {
  public ModelFile {
    scores = List.copyOf(scores);
    lists = Map.copyOf(lists);
    segments = List.copyOf(segments);
    routes = List.copyOf(routes);
    returnReasons = List.copyOf(returnReasons);
  }

  /** The rules of every score, in the order of the file. */
  public Stream<Rule> rules() {
    return scores.stream().flatMap(score -> score.rules().stream());
  }
}
