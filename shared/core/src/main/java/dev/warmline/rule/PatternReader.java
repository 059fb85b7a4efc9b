package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads patterns: replaces named lists by their values and asks Event Ruler whether it agrees. */
public final class PatternReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, List<JsonNode>> lists;
  private final List<Problem> problems;

  /** Notes what is wrong among these problems. */
  public PatternReader(Map<String, List<JsonNode>> lists, List<Problem> problems) {
    this.lists = Map.copyOf(lists);
    this.problems = problems;
  }

  /** The lists of a model, as far as they are lists. */
  public static Map<String, List<JsonNode>> lists(ModelNode root) {
    var lists = root.at("lists");
    return lists.exists()
        ? new Reading(Map.of()).read(Kinds.LISTS, lists).orElseGet(Map::of)
        : Map.of();
  }

  /** The pattern that a node is, or empty after noting what is wrong with it. */
  public Optional<Pattern> read(JsonNode node, String pointer) {
    if (!(node instanceof ObjectNode)) {
      note(pointer, "a pattern is a block such as { type: [page] }");
      return Optional.empty();
    }
    var before = problems.size();
    var expanded = (ObjectNode) expand(node, pointer);
    if (problems.size() == before) {
      PatternSet.refusal(expanded).ifPresent(why -> note(pointer, why));
    }
    return problems.size() == before ? Optional.of(new Pattern(expanded)) : Optional.empty();
  }

  private void note(String pointer, String message) {
    problems.add(new Problem(pointer, message, new Problem.Hint.AnyPattern()));
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
    var values = Optional.ofNullable(lists.get(name)).or(() -> BuiltInLists.find(name));
    if (values.isEmpty()) {
      note(
          pointer + "/list",
          "there is no list \"" + name + "\"; lists are: " + String.join(", ", names()));
      return List.of();
    }
    return values.get();
  }

  /** Whether a pattern names a list that is built in, rather than one of the model. */
  boolean namesBuiltIn(JsonNode pattern) {
    return pattern.findValuesAsText("list").stream()
        .anyMatch(name -> BuiltInLists.NAMES.contains(name) && !lists.containsKey(name));
  }

  private Set<String> names() {
    var names = new TreeSet<>(lists.keySet());
    names.addAll(BuiltInLists.NAMES);
    return names;
  }

  private static boolean isList(ObjectNode object) {
    return object.size() == 1 && object.path("list").isTextual();
  }

  private static ArrayNode array(List<JsonNode> values) {
    return JSON.arrayNode().addAll(values);
  }
}
