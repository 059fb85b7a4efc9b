package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Presents texts that are plain JSON numbers as both text and number, where a pattern looks. A
 * document without such texts is given back as it is.
 */
@SuppressWarnings("ReferenceEquality") // the same node back means that nothing was replaced
final class NumericText {
  private static final int LONGEST = 40;
  private static final java.util.regex.Pattern NUMBER =
      java.util.regex.Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

  private final Set<String> keys;

  private NumericText(Set<String> keys) {
    this.keys = Set.copyOf(keys);
  }

  /** Looks where these patterns look. */
  static NumericText of(List<Pattern> patterns) {
    var keys = new HashSet<String>();
    patterns.forEach(pattern -> collect(pattern.json(), keys));
    return new NumericText(keys);
  }

  JsonNode withBoth(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> object(object);
      case ArrayNode array -> array(array);
      default -> node;
    };
  }

  static boolean isNumber(JsonNode node) {
    if (!node.isTextual()) {
      return false;
    }
    var text = node.textValue();
    return !text.isEmpty()
        && text.length() <= LONGEST
        && (text.charAt(0) == '-' || Character.isDigit(text.charAt(0)))
        && NUMBER.matcher(text).matches();
  }

  private JsonNode object(ObjectNode object) {
    ObjectNode copy = null;
    for (var property : object.properties()) {
      var value = property.getValue();
      var both = looksAt(property.getKey()) ? value(value) : value;
      if (both != value) {
        copy = copy == null ? shallowCopy(object) : copy;
        copy.set(property.getKey(), both);
      }
    }
    return copy == null ? object : copy;
  }

  private JsonNode value(JsonNode value) {
    return isNumber(value)
        ? array(JsonNodeFactory.instance.arrayNode().add(value))
        : withBoth(value);
  }

  private JsonNode array(ArrayNode array) {
    var copy = JsonNodeFactory.instance.arrayNode();
    var changed = false;
    for (var element : array) {
      var both = withBoth(element);
      copy.add(both);
      changed |= both != element;
      if (isNumber(element)) {
        copy.add(DecimalNode.valueOf(new BigDecimal(element.textValue())));
        changed = true;
      }
    }
    return changed ? copy : array;
  }

  private boolean looksAt(String key) {
    return keys.contains(key)
        || (key.indexOf('.') >= 0 && Arrays.stream(key.split("\\.")).allMatch(keys::contains));
  }

  private static ObjectNode shallowCopy(ObjectNode object) {
    return JsonNodeFactory.instance.objectNode().setAll(object);
  }

  private static void collect(JsonNode pattern, Set<String> keys) {
    if (pattern instanceof ObjectNode object) {
      for (var property : object.properties()) {
        keys.addAll(Arrays.asList(property.getKey().split("\\.")));
        collect(property.getValue(), keys);
      }
    } else if (pattern instanceof ArrayNode array) {
      array.forEach(element -> collect(element, keys));
    }
  }
}
