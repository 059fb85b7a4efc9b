package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields that patterns look at, in the {@linkplain FieldForm forms} in which they do: a
 * document is cut down to these before it is matched. Documents that are cut down to equal ones
 * match alike.
 */
final class MatchedFields {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, MatchedFields> inside = new HashMap<>();
  private final Set<FieldForm> forms = EnumSet.noneOf(FieldForm.class);
  private final Set<Integer> phraseLengths = new TreeSet<>();
  private final Map<String, OtherValues> others = new TreeMap<>();

  /** Adds the fields of a pattern that holds one kind of matches for each. */
  void add(JsonNode pattern) {
    for (var property : pattern.properties()) {
      if (PatternKinds.areAlternatives(property.getKey(), property.getValue())) {
        property.getValue().forEach(this::add);
        continue;
      }
      var field = this;
      for (var step : property.getKey().split("\\.", -1)) {
        field = field.inside.computeIfAbsent(step, _ -> new MatchedFields());
      }
      field.addMatches(property.getValue());
    }
  }

  private void addMatches(JsonNode matches) {
    if (!matches.isArray()) {
      add(matches);
      return;
    }
    for (var match : matches) {
      var form = MatchKind.of(match).form();
      forms.add(form);
      if (form == FieldForm.OTHER) {
        var values = OtherValues.of(match);
        others.put(values.name(), values);
      }
      for (var phrase : match.path(MatchKind.HAS_WORD)) {
        phraseLengths.add(FoldedText.words(phrase.asText()).size());
      }
    }
  }

  /** What patterns see of a document. */
  ObjectNode of(JsonNode document) {
    var seen = JSON.objectNode();
    for (var property : document.properties()) {
      var field = find(property.getKey());
      if (field != null) {
        field.show(property.getKey(), property.getValue(), seen);
      }
    }
    return seen;
  }

  /** Event Ruler takes a key with dots for a path. */
  private @Nullable MatchedFields find(String key) {
    var field = inside.get(key);
    if (field != null || key.indexOf('.') < 0) {
      return field;
    }
    field = this;
    for (var step : key.split("\\.", -1)) {
      field = field == null ? null : field.inside.get(step);
    }
    return field;
  }

  private void show(String key, JsonNode value, ObjectNode seen) {
    if (value.isObject()) {
      if (!inside.isEmpty()) {
        seen.set(key, of(value));
      }
    } else if (forms.isEmpty()) {
      if (value.isArray()) {
        seen.set(key, elements(value, FieldForm.BOTH, JSON.arrayNode()));
      }
    } else {
      for (var form : forms) {
        seen.set(form.name(key), inForm(value, form));
      }
    }
  }

  private JsonNode inForm(JsonNode value, FieldForm form) {
    if (form == FieldForm.BOTH && value.isTextual() && NumericText.number(value) == null) {
      return value;
    }
    var several = JSON.arrayNode();
    if (value.isArray()) {
      return elements(value, form, several);
    }
    add(value, form, several);
    return several.size() == 1 ? several.get(0) : several;
  }

  private ArrayNode elements(JsonNode array, FieldForm form, ArrayNode to) {
    for (var element : array) {
      if (element.isArray()) {
        elements(element, form, to);
      } else if (!element.isObject()) {
        add(element, form, to);
      } else if (form == FieldForm.BOTH && !inside.isEmpty()) {
        to.add(of(element));
      }
    }
    return to;
  }

  private void add(JsonNode value, FieldForm form, ArrayNode to) {
    var number = NumericText.number(value);
    var text = NumericText.text(value);
    switch (form) {
      case BOTH -> {
        to.add(value);
        addIfAny(number, to);
        addIfAny(text, to);
      }
      case TEXT -> to.add(text == null ? value : text);
      case WORDS -> FoldedText.phrases(textOf(value, text), phraseLengths).forEach(to::add);
      case FOLDED -> to.add(FoldedText.of(textOf(value, text)));
      case OTHER -> others.forEach((name, values) -> addIf(values.allow(value), name, to));
    }
  }

  private static void addIf(boolean isSo, String name, ArrayNode to) {
    if (isSo) {
      to.add(name);
    }
  }

  private static void addIfAny(@Nullable JsonNode value, ArrayNode to) {
    if (value != null) {
      to.add(value);
    }
  }

  private static String textOf(JsonNode value, @Nullable JsonNode digits) {
    return digits != null ? digits.textValue() : value.isTextual() ? value.textValue() : "";
  }
}
