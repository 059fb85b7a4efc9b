package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.ModelNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Guesses what was meant where a block or a list is wanted and something else is written. */
final class ShapeGuess {
  private static final Pattern TIMES =
      Pattern.compile(
          "(?i)(?:max\\.?|at"
              + " most|only)?\\s*([0-9]+|once|twice)\\s*(?:x|times|hits?|mal)?\\s*(?:(?:per|a|an|each|every|/|je|pro)?\\s*(\\w+(?:"
              + " \\w+)?))?");
  private static final Pattern PERCENT =
      Pattern.compile(
          "(?i)-?\\s*([0-9]{1,2}(?:\\.[0-9]+)?)\\s*(?:%|percent|prozent)\\s*(?:(?:per|a|an|each|every|/|je|pro|in|after|every)?\\s*([0-9]*\\s*\\w+))?.*");
  private static final Pattern KIND =
      Pattern.compile("(?i)(half[- ]?life|linear|expires?)\\W*(.*)");
  private static final Pattern COMPARED =
      Pattern.compile("\\s*([\\w.-]+)\\s*(>=|>|<=|<|=>|=<|≥|≤|at-least|below)\\s*(-?[0-9.]+)\\s*");
  private static final Pattern HOURS =
      Pattern.compile(
          "(?i)(?:([a-zäöü]{2,}.*?)\\s+)?([0-9]{1,2}(?:[:.][0-9]{2})?(?:am|pm)?)\\s*(?:-|to|bis)\\s*([0-9]{1,2}(?:[:.][0-9]{2})?(?:am|pm)?).*");

  private static final Pattern CELLS =
      Pattern.compile("\"?([\\w][\\w -]*?)\"?\\s*[,;\\t|]\\s*\"?(-?[0-9]+).*");

  private ShapeGuess() {}

  static Optional<String> of(ModelNode at, ModelNode root) {
    var node = at.node();
    return switch (at.name()) {
      case "limit" -> limit(node);
      case "after" -> after(node);
      case "group" ->
          Optional.of("groups: { " + node.asText() + ": { max: 20 } }")
              .filter(_ -> node.isTextual());
      case "exclude" ->
          node.isTextual()
              ? Optional.of("{ traits: { emailDomain: [" + node.asText() + "] } }")
              : Optional.empty();
      case "fast-track" ->
          PatternGuess.of(node).filter(_ -> node.isTextual()).map(when -> "{ when: " + when + " }");
      case "decay" -> decay(node);
      case "sla" -> Guess.duration(node.asText()).map(span -> "{ accept-within: " + span + " }");
      case "recycle" -> Guess.duration(node.asText()).map(span -> "{ after: " + span + " }");
      case "days" -> node.isTextual() ? Weekdays.list(node.textValue()) : Optional.empty();
      case "business-hours" -> hours(Typography.plain(node.asText()));
      case "enter", "prospect", "ready" -> condition(node, root, "at-least");
      case "exit" -> condition(node, root, "below");
      case "score" -> sum(node);
      default -> single(node);
    };
  }

  /** What stands where a list is wanted, as one. */
  static Optional<String> listed(JsonNode node) {
    if (node.isTextual()) {
      var parts = List.of(Typography.plain(node.textValue()).strip().split("\\s*[,;|]\\s*"));
      return Optional.of(
          "[" + String.join(", ", parts.stream().map(Quoting::plainly).toList()) + "]");
    }
    var named = JsonNodeFactory.instance.arrayNode();
    for (var member : node.properties()) {
      if (member.getValue() instanceof ObjectNode block) {
        named.addObject().put("id", member.getKey()).setAll(block);
      }
    }
    return named.isEmpty() || named.size() < node.size()
        ? FlowText.of(node).map(text -> "[" + text + "]")
        : FlowText.of(named);
  }

  private static Optional<String> single(JsonNode node) {
    return node.isArray() && node.size() == 1 ? FlowText.of(node.get(0)) : Optional.empty();
  }

  private static Optional<String> after(JsonNode node) {
    var parts = Typography.plain(node.asText()).strip().split("\\s+(?:in|within|innerhalb)\\s+", 2);
    var within = parts.length == 2 ? Guess.duration(parts[1]).orElse("7d") : "7d";
    var times = TIMES.matcher(parts[0]);
    return times.matches()
        ? Optional.of("{ times: " + number(times.group(1)) + ", within: " + within + " }")
        : Optional.empty();
  }

  private static Optional<String> limit(JsonNode node) {
    var times = TIMES.matcher(Typography.plain(node.asText()).strip());
    if (!times.matches()) {
      return Optional.empty();
    }
    var per =
        Optional.ofNullable(times.group(2))
            .flatMap(
                word ->
                    Meant.of(word, List.of("day", "week", "month", "ever"))
                        .or(() -> Guess.duration(word)));
    return Optional.of(
        "{ times: " + number(times.group(1)) + per.map(word -> ", per: " + word).orElse("") + " }");
  }

  private static String number(String word) {
    return switch (word.toLowerCase(java.util.Locale.ROOT)) {
      case "once" -> "1";
      case "twice" -> "2";
      default -> word;
    };
  }

  private static Optional<String> decay(JsonNode node) {
    var text = Typography.plain(node.asText()).strip();
    var percent = PERCENT.matcher(text);
    if (percent.matches()) {
      var span =
          Optional.ofNullable(percent.group(2))
              .map(word -> word.matches("[a-zA-Z].*") ? "1 " + word : word);
      var days = span.flatMap(Guess::duration).orElse("30d");
      return Guess.halfLife(Double.parseDouble(percent.group(1)), days)
          .map(life -> "{ half-life: " + life + " }");
    }
    var kind = KIND.matcher(text);
    if (kind.matches()) {
      var word = Typography.word(kind.group(1));
      var name =
          word.startsWith("half") ? "half-life" : word.startsWith("lin") ? "linear" : "expires";
      return Optional.of("{ " + name + ": " + Guess.duration(kind.group(2)).orElse("30d") + " }");
    }
    return Guess.duration(text)
        .map(span -> "{ half-life: " + span + " }")
        .or(() -> Optional.of("{ half-life: 30d }"));
  }

  private static Optional<String> hours(String text) {
    var hours = HOURS.matcher(text.strip());
    if (!hours.matches()) {
      return Optional.empty();
    }
    var days =
        Optional.ofNullable(hours.group(1))
            .flatMap(Weekdays::list)
            .orElse("[mon, tue, wed, thu, fri]");
    return Guess.clockTime(hours.group(2))
        .flatMap(
            from ->
                Guess.clockTime(hours.group(3))
                    .map(to -> "{ days: " + days + ", from: " + from + ", to: " + to + " }"));
  }

  private static Optional<String> condition(JsonNode node, ModelNode root, String word) {
    if (node.isArray()) {
      return FlowText.of(node).map(parts -> "{ all: " + parts + " }");
    }
    var compared = COMPARED.matcher(node.asText());
    if (compared.matches()) {
      var below = compared.group(2).contains("<") || compared.group(2).equals("below");
      return Optional.of(
          "{ score: %s, %s: %s }"
              .formatted(compared.group(1), below ? "below" : "at-least", compared.group(3)));
    }
    var names = root.at("scores").children();
    return node.isNumber() && !names.isEmpty()
        ? Optional.of(
            "{ score: %s, %s: %s }".formatted(names.getFirst().key(), word, node.asText()))
        : Optional.empty();
  }

  private static Optional<String> sum(JsonNode node) {
    var names = node.isTextual() ? node.textValue().split("\\s*\\+\\s*") : new String[0];
    if (names.length > 1) {
      return Optional.of("sum: [" + String.join(", ", names) + "]");
    }
    return node.isArray() && node.size() > 1
        ? Optional.of("sum: " + FlowText.text(node))
        : single(node);
  }

  /** The first line of a table of rules and points as a rule. */
  static Optional<String> table(SourceText source) {
    var row = CELLS.matcher(source.line(2));
    return row.lookingAt()
        ? Guess.name(row.group(1))
            .map(id -> "{ id: %s, points: %s, when: { type: [page] } }".formatted(id, row.group(2)))
        : Optional.of("name: my-rules");
  }
}
