package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads patterns: replaces named lists by their values and asks Event Ruler whether it agrees. */
final class PatternReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, List<JsonNode>> lists;
  private final List<Problem> problems;

  PatternReader(Map<String, List<JsonNode>> lists, List<Problem> problems) {
    this.lists = Map.copyOf(lists);
    this.problems = problems;
  }

  /** Reads the lists of a model file. */
  static Map<String, List<JsonNode>> lists(Section model) {
    var found = new HashMap<String, List<JsonNode>>();
    model
        .section("lists")
        .ifPresent(
            section -> section.keys().forEach(name -> found.put(name, values(section, name))));
    return found;
  }

  /** The pattern at a key, or empty after noting why there is none. */
  Optional<Pattern> required(Section section, String key) {
    if (!section.has(key)) {
      section.problem(key, "is missing: give an event pattern such as { type: [page] }");
      return Optional.empty();
    }
    return section.find(key).flatMap(node -> read(node, section.at(key)));
  }

  /** The pattern that a node is, or empty after noting what is wrong with it. */
  Optional<Pattern> read(JsonNode node, String pointer) {
    if (!(node instanceof ObjectNode)) {
      problems.add(new Problem(pointer, "must be an event pattern such as { type: [page] }"));
      return Optional.empty();
    }
    var before = problems.size();
    var expanded = (ObjectNode) expand(node, pointer);
    if (problems.size() == before) {
      PatternSet.refusal(expanded)
          .ifPresent(why -> problems.add(new Problem(pointer, "is no event pattern: " + why)));
    }
    return problems.size() == before ? Optional.of(new Pattern(expanded)) : Optional.empty();
  }

  private JsonNode expand(JsonNode node, String pointer) {
    return switch (node) {
      case ObjectNode object when isList(object) -> array(named(object, pointer));
      case ObjectNode object -> expandObject(object, pointer);
      case ArrayNode array -> expandArray(array, pointer);
      default -> node;
    };
  }

  private ObjectNode expandObject(ObjectNode object, String pointer) {
    var expanded = JSON.objectNode();
    for (var property : object.properties()) {
      var key = property.getKey();
      expanded.set(key, expand(property.getValue(), pointer + "/" + key));
    }
    return expanded;
  }

  private ArrayNode expandArray(ArrayNode array, String pointer) {
    var expanded = JSON.arrayNode();
    for (var i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof ObjectNode object && isList(object)) {
        expanded.addAll(named(object, pointer + "/" + i));
      } else {
        expanded.add(expand(array.get(i), pointer + "/" + i));
      }
    }
    return expanded;
  }

  private List<JsonNode> named(ObjectNode reference, String pointer) {
    var name = reference.get("list").textValue();
    var values = lists.get(name);
    if (values == null) {
      problems.add(
          new Problem(
              pointer + "/list",
              "there is no list \"" + name + "\"; lists are: " + String.join(", ", names())));
      return List.of();
    }
    return values;
  }

  private List<String> names() {
    return lists.keySet().stream().sorted().toList();
  }

  private static boolean isList(ObjectNode object) {
    return object.size() == 1 && object.path("list").isTextual();
  }

  private static ArrayNode array(List<JsonNode> values) {
    return JSON.arrayNode().addAll(values);
  }

  private static List<JsonNode> values(Section lists, String name) {
    var values = new ArrayList<JsonNode>();
    for (var item : lists.items(name)) {
      if (item.isValueNode() && !item.isNull()) {
        values.add(item);
      } else {
        lists.problem(name, "a list holds texts, numbers, true or false, nothing else");
      }
    }
    if (values.isEmpty()) {
      lists.problem(name, "a list needs at least one value");
    }
    return values;
  }
}
