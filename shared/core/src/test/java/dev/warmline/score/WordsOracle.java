package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the later words of the language mean, written from their description alone: it reads the
 * JSON of models and events and uses nothing of what it is held against. It knows one score, whole
 * points, one person, and events of one server.
 */
final class WordsOracle {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private final JsonNode model;
  private final long asOf;
  private final List<ObjectNode> counting;

  WordsOracle(JsonNode model, List<ObjectNode> events, Instant asOf) {
    this.model = model;
    this.asOf = asOf.toEpochMilli();
    this.counting =
        events.stream()
            .filter(event -> at(event) <= this.asOf)
            .filter(event -> any(model.path("ignore"), pattern -> matches(pattern, event)) == null)
            .sorted((a, b) -> Long.compare(at(a), at(b)))
            .toList();
  }

  /** The points of the score, before any of its own limits. */
  long score() {
    var total = 0L;
    var programs = new TreeMap<String, Long>();
    for (var rule : model.at("/scores/s/rules")) {
      for (var hit : hits(rule)) {
        var points = worth(rule, hit.at()) ? rule.path("points").longValue() : 0;
        if (rule.has("group")) {
          programs.merge(hit.event().at("/properties/program").toString(), points, Long::sum);
        } else {
          total += points;
        }
      }
    }
    var most = model.at("/scores/s/groups/g/max/points").longValue();
    return total + programs.values().stream().mapToLong(sum -> Math.min(most, sum)).sum();
  }

  /** The points of the fit. */
  long fit() {
    var traits = traits();
    var sum = 0L;
    for (var rule : model.at("/fit/rules")) {
      var matches = rule.at("/when/traits/title");
      if (any(matches, match -> isMatch(match, traits.path("title"))) != null) {
        sum += rule.path("points").longValue();
      }
    }
    return sum;
  }

  /** Whether the fact that the fit needs is unknown. */
  boolean isGradeUnknown() {
    var seats = traits().path("seats").asText("");
    return model.at("/fit").has("needs") && !Pattern.compile("[0-9]").matcher(seats).find();
  }

  boolean enter() {
    return score() + fit() >= model.at("/qualify/enter/at-least").longValue();
  }

  /** What the orders are worth together; null if none can be read. */
  @Nullable BigDecimal purchases() {
    BigDecimal sum = null;
    for (var event : young()) {
      if (event.path("event").asText().equals("Order Completed")) {
        var named = event.at("/properties/currency").asText("EUR");
        var rate = named.equals("EUR") ? BigDecimal.ONE : rate(named);
        if (rate != null) {
          var worth = event.at("/properties/total").decimalValue().multiply(rate);
          sum = sum == null ? worth : sum.add(worth);
        }
      }
    }
    return sum;
  }

  private record OracleHit(long at, JsonNode event) {}

  private List<OracleHit> hits(JsonNode rule) {
    var hits = new ArrayList<OracleHit>();
    var most = rule.has("limit") ? rule.at("/limit/times").intValue() : Integer.MAX_VALUE;
    if (!rule.has("idle")) {
      for (var event : young()) {
        if (matches(rule.path("when"), event) && hits.size() < most) {
          hits.add(new OracleHit(at(event), event));
        }
      }
      return hits;
    }
    JsonNode latest = null;
    for (var event : counting) {
      latest = matches(rule.path("when"), event) ? event : latest;
    }
    var every = hours(rule.path("idle").asText());
    for (var k = 1; latest != null && at(latest) + k * every <= asOf && k <= most; k++) {
      hits.add(new OracleHit(at(latest) + k * every, latest));
    }
    return hits;
  }

  private boolean worth(JsonNode rule, long at) {
    var age = asOf - at;
    return age < hours(model.path("lookback").asText())
        && (!rule.has("decay") || age < hours(rule.at("/decay/expires").asText()));
  }

  private List<ObjectNode> young() {
    var retention = hours(model.path("retention").asText());
    return counting.stream()
        .filter(event -> isFact(event) || asOf - at(event) < retention)
        .toList();
  }

  private ObjectNode traits() {
    var traits = ((ObjectNode) model).objectNode();
    counting.stream()
        .filter(WordsOracle::isFact)
        .forEach(event -> traits.setAll((ObjectNode) event.path("traits")));
    return traits;
  }

  private @Nullable BigDecimal rate(String currency) {
    var rate = model.path("currencies").path(currency);
    return rate.isMissingNode() ? null : rate.decimalValue();
  }

  private static boolean matches(JsonNode pattern, JsonNode event) {
    var title = pattern.at("/properties/title");
    return title.isMissingNode()
        ? any(pattern.path("event"), name -> name.equals(event.path("event"))) != null
        : any(title, match -> isMatch(match, event.at("/properties/title"))) != null;
  }

  private static boolean isMatch(JsonNode match, JsonNode value) {
    if (!value.isTextual() && !value.isNumber()) {
      return false;
    }
    var text = value.asText();
    if (match.has("contains")) {
      var part = Pattern.quote(match.path("contains").asText());
      return Pattern.compile(part, FLAGS).matcher(text).find();
    }
    if (match.has("has-word")) {
      return any(match.path("has-word"), word -> hasWord(text, word.asText())) != null;
    }
    if (match.has("numeric")) {
      return text.matches("[0-9]+")
          && new BigDecimal(text).compareTo(match.at("/numeric/1").decimalValue()) >= 0;
    }
    return match.asText().equals(text);
  }

  private static boolean hasWord(String text, String words) {
    var phrase = String.join("[^\\p{L}\\p{N}]+", words.split(" "));
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + phrase + "(?![\\p{L}\\p{N}])", FLAGS)
        .matcher(text)
        .find();
  }

  private interface Test {
    boolean of(JsonNode one);
  }

  private static @Nullable JsonNode any(JsonNode list, Test test) {
    for (var one : list) {
      if (test.of(one)) {
        return one;
      }
    }
    return null;
  }

  private static boolean isFact(JsonNode event) {
    return event.path("type").asText().equals("identify");
  }

  private static long at(JsonNode event) {
    return Instant.parse(event.path("occurredAt").asText()).toEpochMilli();
  }

  private static long hours(String duration) {
    return Long.parseLong(duration.substring(0, duration.length() - 1)) * 3_600_000;
  }
}
