package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.rule.BuiltInLists;
import dev.warmline.rule.ModelNode;
import dev.warmline.rule.ModelParts;
import dev.warmline.rule.PatternReader;
import dev.warmline.rule.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Event patterns: whether Event Ruler takes them, and whether they can match anything. Every
 * alternative is compiled by itself, so that all that is wrong is found at its own place.
 */
final class PatternCheck {
  private static final List<String> MATCHES =
      List.of(
          ("prefix suffix equals-ignore-case anything-but wildcard numeric exists cidr"
                  + " has-word contains list")
              .split(" "));

  private static final List<String> OR = List.of("or", "any", "any-of", "one-of", "either");

  private final Findings findings;
  private final Set<String> listNames;
  private final Map<String, List<JsonNode>> lists;
  private final Set<String> blocks = new HashSet<>(PatternFields.BLOCKS);

  PatternCheck(Findings findings, ModelNode root) {
    this.findings = findings;
    this.listNames = new TreeSet<>(BuiltInLists.NAMES);
    root.at("lists").children().forEach(list -> listNames.add(list.key()));
    this.lists = PatternReader.lists(root);
  }

  void check(ModelParts model) {
    var fields = new PatternFields(findings);
    for (var pattern : ModelPatterns.of(model)) {
      collectBlocks(pattern.place(), "");
    }
    for (var pattern : ModelPatterns.of(model)) {
      block(pattern.place(), pattern.prefix());
      fields.check(pattern);
    }
  }

  /** Whatever a pattern looks into is an object, and {@code exists} never matches an object. */
  private void collectBlocks(ModelNode block, String path) {
    for (var child : block.children()) {
      if (child.node().isObject() && !child.key().startsWith("$")) {
        blocks.add(path + child.key());
        collectBlocks(child, path + child.key() + ".");
      }
    }
  }

  private void block(ModelNode block, String path) {
    if (block.node().isObject() && block.node().isEmpty()) {
      findings.error(block, "the pattern is empty; say what it matches");
    }
    for (var child : block.children()) {
      if (child.key().equals("$or")) {
        child.children().forEach(alternative -> block(alternative, path));
      } else if (areAlternatives(child)) {
        findings.error(
            child, child.key() + " is no field; alternatives are under $or", Optional.of("$or"));
        child.children().forEach(alternative -> block(alternative, path));
      } else if (isMatch(child)) {
        findings.error(
            child,
            "a pattern lists what " + path + child.key() + " may be",
            ShapeGuess.listed(child.node()));
      } else if (child.node().isObject()) {
        block(child, path + child.key() + ".");
      } else {
        field(child, path + child.key());
      }
    }
  }

  /** {@code emailDomain: { list: free-mail }} without the brackets. */
  private static boolean isMatch(ModelNode child) {
    return child.node().isObject()
        && child.node().size() == 1
        && MATCHES.contains(child.children().getFirst().key())
        && !child.children().getFirst().node().isArray();
  }

  /** {@code or: [{ type: [page] }, { type: [track] }]}, which no field can be. */
  private static boolean areAlternatives(ModelNode child) {
    return OR.contains(child.key())
        && child.node().isArray()
        && child.children().stream()
            .allMatch(
                one ->
                    one.node().isObject()
                        && one.children().stream().noneMatch(key -> MATCHES.contains(key.key())));
  }

  private void field(ModelNode field, String path) {
    if (!field.node().isArray()) {
      findings.error(
          field,
          "a pattern lists what " + path + " may be",
          field.node().isValueNode() && !field.node().isNull()
              ? ShapeGuess.listed(field.node())
              : Optional.empty());
    } else if (field.node().isEmpty()) {
      findings.error(field, "the list of what " + path + " may be is empty: it never matches");
    }
    field.children().forEach(alternative -> alternative(alternative, path));
  }

  private void alternative(ModelNode alternative, String path) {
    if (isSomethingElse(alternative) || namesNoList(alternative)) {
      return;
    }
    var node = alternative.node();
    if (node.has("exists") && blocks.contains(path)) {
      findings.error(
          alternative,
          "exists never matches " + path + ", which is an object; name a field inside it");
      return;
    }
    var problems = new ArrayList<Problem>();
    var alone = JsonNodeFactory.instance.objectNode();
    alone.putArray("f").add(node);
    new PatternReader(lists, problems).read(alone, "");
    problems.stream()
        .findFirst()
        .ifPresentOrElse(
            refusal -> refuse(alternative, refusal.message()),
            () -> new ValueDoubts(findings).look(alternative, path));
  }

  /** A list, nothing, or the name of a list: none of them is a value. */
  private boolean isSomethingElse(ModelNode alternative) {
    var node = alternative.node();
    if (node.isArray()) {
      var values = FlowText.of(node).map(text -> text.substring(1, text.length() - 1));
      findings.error(alternative, "a list within a list", values);
    } else if (node.isNull()) {
      findings.warning(alternative, "what is absent is not null", Optional.of("{ exists: false }"));
    } else if (alternative.text().filter(listNames::contains).isPresent()) {
      var name = node.asText();
      var named = Optional.of("{ list: " + name + " }");
      findings.warning(alternative, "this is the text " + name + ", not the list", named);
    } else {
      return false;
    }
    return true;
  }

  private boolean namesNoList(ModelNode alternative) {
    var node = alternative.node();
    var list = node.path("list").isTextual() ? node : node.path("anything-but");
    var name = list.path("list").asText();
    if (!list.path("list").isTextual() || listNames.contains(name)) {
      return false;
    }
    var known = (listNames.size() == 1 ? "is " : "are ") + String.join(", ", listNames);
    var message = "there is no list " + name + " under lists; there " + known;
    findings.error(alternative, message, Meant.of(name, listNames));
    return true;
  }

  private void refuse(ModelNode alternative, String refusal) {
    var word = alternative.children().stream().map(ModelNode::key).findFirst();
    var unknown = word.filter(match -> !MATCHES.contains(match));
    var message =
        unknown
            .map(
                match -> "there is no match " + match + "; there are " + String.join(", ", MATCHES))
            .orElse(
                refusal.endsWith("Bottom must be less than top")
                    ? "no number is both: the lower end comes first"
                    : refusal);
    findings.error(
        alternative,
        message,
        MatchGuess.of(alternative.node())
            .or(() -> unknown.flatMap(match -> Spelling.nearest(match, MATCHES))));
  }
}
