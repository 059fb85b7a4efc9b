package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One object of a model file while it is read. Whatever has the wrong shape is noted as a problem
 * and read as absent, so that one reading finds everything.
 */
final class Section {
  private static final int MAX_TEXT = 500;

  private final ObjectNode node;
  private final String pointer;
  private final List<Problem> problems;

  Section(ObjectNode node, String pointer, List<Problem> problems) {
    this.node = node;
    this.pointer = pointer;
    this.problems = problems;
  }

  String pointer() {
    return pointer;
  }

  ObjectNode json() {
    return node;
  }

  /** Notes every key that is not among these. */
  Section only(String... keys) {
    var known = Set.of(keys);
    for (var property : node.properties()) {
      if (!known.contains(property.getKey())) {
        problem(property.getKey(), "unknown key; known here: " + String.join(", ", keys));
      }
    }
    return this;
  }

  void problem(String key, String message) {
    problems.add(new Problem(at(key), message));
  }

  void problem(String message) {
    problems.add(new Problem(pointer, message));
  }

  String at(String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  boolean has(String key) {
    return find(key).isPresent();
  }

  Optional<JsonNode> find(String key) {
    return Optional.ofNullable(node.get(key)).filter(value -> !value.isNull());
  }

  List<String> keys() {
    return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }

  Optional<String> text(String key) {
    var value = find(key);
    if (value.isPresent() && !isText(value.get())) {
      problem(key, "must be a text of 1 to " + MAX_TEXT + " characters");
      return Optional.empty();
    }
    return value.map(JsonNode::textValue);
  }

  String requiredText(String key) {
    if (!has(key)) {
      problem(key, "is missing: give a text");
    }
    return text(key).orElse("?");
  }

  boolean flag(String key) {
    var value = find(key);
    if (value.isPresent() && !value.get().isBoolean()) {
      problem(key, "must be true or false");
    }
    return value.filter(JsonNode::booleanValue).isPresent();
  }

  /** A whole number of at least 1; 1 where it is missing or wrong. */
  int count(String key, int most) {
    var value = find(key);
    if (value.isPresent()
        && value.get().isIntegralNumber()
        && value.get().canConvertToInt()
        && value.get().intValue() >= 1
        && value.get().intValue() <= most) {
      return value.get().intValue();
    }
    problem(key, "must be a whole number from 1 to " + most);
    return 1;
  }

  /** A number of points in thousandths. */
  OptionalLong points(String key) {
    var value = find(key);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    var milli = Quantities.milliPoints(value.get());
    if (milli.isEmpty()) {
      problem(key, Quantities.POINTS_ARE);
    }
    return milli;
  }

  long requiredPoints(String key) {
    if (!has(key)) {
      problem(key, "is missing: " + Quantities.POINTS_ARE);
    }
    return points(key).orElse(0);
  }

  /** A positive duration. */
  Optional<Duration> duration(String key) {
    var duration = durationOrZero(key);
    if (duration.isPresent() && duration.get().isZero()) {
      problem(key, "must be longer than nothing");
      return Optional.empty();
    }
    return duration;
  }

  Optional<Duration> durationOrZero(String key) {
    var value = find(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    var duration =
        Optional.of(value.get()).filter(JsonNode::isTextual).flatMap(Quantities::duration);
    if (duration.isEmpty()) {
      problem(key, Quantities.DURATIONS_ARE);
    }
    return duration;
  }

  Optional<Section> section(String key) {
    return find(key).flatMap(value -> section(value, at(key)));
  }

  /** The objects of a list. */
  List<Section> sections(String key) {
    var found = new ArrayList<Section>();
    var items = items(key);
    for (var i = 0; i < items.size(); i++) {
      section(items.get(i), at(key) + "/" + i).ifPresent(found::add);
    }
    return found;
  }

  /** The texts of a list. */
  List<String> texts(String key) {
    var found = new ArrayList<String>();
    var items = items(key);
    for (var i = 0; i < items.size(); i++) {
      if (isText(items.get(i))) {
        found.add(items.get(i).textValue());
      } else {
        problems.add(new Problem(at(key) + "/" + i, "must be a text"));
      }
    }
    return found;
  }

  /** The elements of a list; none where it is missing or no list. */
  List<JsonNode> items(String key) {
    var value = find(key);
    if (value.isPresent() && !value.get().isArray()) {
      problem(key, "must be a list");
    }
    return value.filter(JsonNode::isArray).map(Section::elements).orElse(List.of());
  }

  Section orEmpty(String key) {
    return section(key)
        .orElseGet(() -> new Section(JsonNodeFactory.instance.objectNode(), at(key), problems));
  }

  private Optional<Section> section(JsonNode value, String where) {
    if (value instanceof ObjectNode object) {
      return Optional.of(new Section(object, where, problems));
    }
    problems.add(new Problem(where, "must be an object (keys and values)"));
    return Optional.empty();
  }

  private static List<JsonNode> elements(JsonNode array) {
    var elements = new ArrayList<JsonNode>();
    array.forEach(elements::add);
    return elements;
  }

  private static boolean isText(JsonNode value) {
    return value.isTextual()
        && !value.textValue().isBlank()
        && value.textValue().length() <= MAX_TEXT;
  }
}
