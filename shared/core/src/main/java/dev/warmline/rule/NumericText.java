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
 * Presents texts that are plain JSON numbers as both text and number where a pattern looks, and
 * numbers as both where a pattern looks for texts. Any other document is given back as it is.
 */
@SuppressWarnings("ReferenceEquality") // the same node back means that nothing was replaced
final class NumericText {
  private static final int LONGEST = 40;
  private static final List<String> OF_TEXT =
      List.of("prefix", "suffix", "wildcard", "equals-ignore-case");
  private static final java.util.regex.Pattern NUMBER =
      java.util.regex.Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

  private final Set<String> keys;
  private final Set<String> textKeys;

  private NumericText(Set<String> keys, Set<String> textKeys) {
    this.keys = Set.copyOf(keys);
    this.textKeys = Set.copyOf(textKeys);
  }

  /** Looks where these patterns look. */
  static NumericText of(List<Pattern> patterns) {
    var keys = new HashSet<String>();
    var textKeys = new HashSet<String>();
    patterns.forEach(pattern -> collect(pattern.json(), keys, textKeys));
    return new NumericText(keys, textKeys);
  }

  JsonNode withBoth(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> object(object);
      case ArrayNode array -> array(array, false);
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
      var both = looksAt(property.getKey()) ? value(value, looksForText(property.getKey())) : value;
      if (both != value) {
        copy = copy == null ? shallowCopy(object) : copy;
        copy.set(property.getKey(), both);
      }
    }
    return copy == null ? object : copy;
  }

  private JsonNode value(JsonNode value, boolean forText) {
    return isNumber(value) || (forText && isPlain(value))
        ? array(JsonNodeFactory.instance.arrayNode().add(value), forText)
        : value instanceof ArrayNode array ? array(array, forText) : withBoth(value);
  }

  private JsonNode array(ArrayNode array, boolean forText) {
    var copy = JsonNodeFactory.instance.arrayNode();
    var changed = false;
    for (var element : array) {
      var both = withBoth(element);
      copy.add(both);
      changed |= both != element;
      if (isNumber(element)) {
        copy.add(DecimalNode.valueOf(new BigDecimal(element.textValue())));
        changed = true;
      } else if (forText && isPlain(element)) {
        copy.add(element.decimalValue().stripTrailingZeros().toPlainString());
        changed = true;
      }
    }
    return changed ? copy : array;
  }

  /** A number that can be written out. */
  private static boolean isPlain(JsonNode node) {
    return node.isNumber() && Math.abs(node.decimalValue().scale()) <= LONGEST;
  }

  private boolean looksForText(String key) {
    return textKeys.contains(key.substring(key.lastIndexOf('.') + 1));
  }

  private boolean looksAt(String key) {
    return keys.contains(key)
        || (key.indexOf('.') >= 0 && Arrays.stream(key.split("\\.")).allMatch(keys::contains));
  }

  private static ObjectNode shallowCopy(ObjectNode object) {
    return JsonNodeFactory.instance.objectNode().setAll(object);
  }

  private static void collect(JsonNode pattern, Set<String> keys, Set<String> textKeys) {
    if (pattern instanceof ObjectNode object) {
      for (var property : object.properties()) {
        var path = Arrays.asList(property.getKey().split("\\."));
        keys.addAll(path);
        if (wantsText(property.getValue())) {
          textKeys.add(path.getLast());
        }
        collect(property.getValue(), keys, textKeys);
      }
    } else if (pattern instanceof ArrayNode array) {
      array.forEach(element -> collect(element, keys, textKeys));
    }
  }

  /** Whether one of a field's matches can match a text that is a number. */
  private static boolean wantsText(JsonNode matches) {
    for (var match : matches) {
      if (matches.isArray() && (isNumber(match) || OF_TEXT.stream().anyMatch(match::has))) {
        return true;
      }
    }
    return false;
  }
}
