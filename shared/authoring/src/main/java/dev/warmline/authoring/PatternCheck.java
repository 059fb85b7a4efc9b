package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.event.Json;
import dev.warmline.rule.ModelNode;
import dev.warmline.rule.ModelParts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.event.ruler.JsonRuleCompiler;

/**
 * Event patterns: whether Event Ruler takes them, and whether they can match anything. Every
 * alternative is compiled by itself, so that all that is wrong is found at its own place.
 */
final class PatternCheck {
  private static final List<String> MATCHES =
      List.of(
          "prefix",
          "suffix",
          "equals-ignore-case",
          "anything-but",
          "wildcard",
          "numeric",
          "exists",
          "cidr",
          "list");

  private final Findings findings;
  private final PatternLists lists;
  private final Set<String> blocks = new HashSet<>(PatternFields.BLOCKS);

  PatternCheck(Findings findings, PatternLists lists) {
    this.findings = findings;
    this.lists = lists;
  }

  void check(ModelParts model) {
    var fields = new PatternFields(findings);
    for (var pattern : ModelPatterns.of(model)) {
      collectBlocks(pattern.place(), "");
    }
    for (var pattern : ModelPatterns.of(model)) {
      var before = findings.size();
      block(pattern.place(), pattern.prefix());
      fields.check(pattern);
      if (pattern.place().node().isObject() && findings.size() == before) {
        whole(pattern.place());
      }
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
      } else if (child.node().isObject()) {
        block(child, path + child.key() + ".");
      } else {
        field(child, path + child.key());
      }
    }
  }

  private void field(ModelNode field, String path) {
    if (!field.node().isArray()) {
      findings.error(
          field,
          "a pattern lists what " + path + " may be",
          field.node().isValueNode() && !field.node().isNull()
              ? Optional.of("[" + field.node().asText() + "]")
              : Optional.empty());
    } else if (field.node().isEmpty()) {
      findings.error(field, "the list of what " + path + " may be is empty: it never matches");
    }
    field.children().forEach(alternative -> alternative(alternative, path));
  }

  private void alternative(ModelNode alternative, String path) {
    var node = alternative.node();
    var list = node.path("list").isTextual() ? node : node.path("anything-but");
    if (list.path("list").isTextual() && !lists.names().contains(list.path("list").textValue())) {
      var name = list.path("list").textValue();
      var meant = Spelling.nearest(name, lists.names());
      findings.error(alternative, "there is no list " + name + " under lists", meant);
      return;
    }
    if (node.has("exists") && blocks.contains(path)) {
      findings.error(
          alternative,
          "exists never matches " + path + ", which is an object; name a field inside it");
      return;
    }
    compile(JsonNodeFactory.instance.objectNode().set("f", lists.expand(node)))
        .ifPresent(refusal -> refuse(alternative, refusal));
  }

  private void refuse(ModelNode alternative, String refusal) {
    var word = alternative.children().stream().map(ModelNode::key).findFirst();
    var unknown = word.filter(match -> !MATCHES.contains(match));
    findings.error(
        alternative,
        "Event Ruler refuses this pattern: " + refusal,
        unknown.flatMap(match -> Spelling.nearest(match, MATCHES)));
  }

  private void whole(ModelNode pattern) {
    compile(expand(pattern.node()))
        .ifPresent(refusal -> findings.error(pattern, "Event Ruler refuses this: " + refusal));
  }

  private JsonNode expand(JsonNode block) {
    var object = JsonNodeFactory.instance.objectNode();
    for (var entry : block.properties()) {
      var node = entry.getValue();
      object.set(
          entry.getKey(),
          node.isObject() ? expand(node) : alternatives(entry.getKey().equals("$or"), node));
    }
    return object;
  }

  private JsonNode alternatives(boolean blocks, JsonNode list) {
    var array = JsonNodeFactory.instance.arrayNode();
    for (var item : list) {
      if (blocks) {
        array.add(expand(item));
      } else {
        lists.expand(item).forEach(array::add);
      }
    }
    return array;
  }

  private static Optional<String> compile(JsonNode pattern) {
    return Optional.ofNullable(JsonRuleCompiler.check(Json.write(pattern)))
        .map(refusal -> refusal.lines().findFirst().orElse("it is malformed"))
        .map(refusal -> refusal.replaceFirst("\\s*at \\[Source.*", "").strip());
  }
}
