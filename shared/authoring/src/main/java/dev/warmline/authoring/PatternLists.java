package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.rule.ModelNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The lists of a model, put in place of {@code {list: NAME}} in patterns. */
record PatternLists(Map<String, JsonNode> byName) {

  static PatternLists of(ModelNode root) {
    var lists = new HashMap<String, JsonNode>();
    root.at("lists").children().forEach(list -> lists.put(list.key(), list.node()));
    return new PatternLists(lists);
  }

  Set<String> names() {
    return byName.keySet();
  }

  /** What one alternative of a pattern stands for: itself, or the values of the list it names. */
  ArrayNode expand(JsonNode alternative) {
    var expanded = JsonNodeFactory.instance.arrayNode();
    if (alternative.path("list").isTextual()) {
      values(alternative).forEach(expanded::add);
    } else if (alternative.path("anything-but").path("list").isTextual()) {
      expanded.addObject().set("anything-but", values(alternative.get("anything-but")));
    } else {
      expanded.add(alternative);
    }
    return expanded;
  }

  private ArrayNode values(JsonNode reference) {
    var found = byName.get(reference.path("list").textValue());
    return found instanceof ArrayNode values ? values : JsonNodeFactory.instance.arrayNode();
  }
}
