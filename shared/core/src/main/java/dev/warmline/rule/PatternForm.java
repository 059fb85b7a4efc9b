package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern as Event Ruler knows it, over the {@linkplain MatchedFields prepared} fields: words are
 * plain values among those of the text, a part of it is a wildcard, and other values than some are
 * the name of these.
 */
final class PatternForm {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PatternForm() {}

  /** Of a pattern that holds one kind of matches for each field. */
  static ObjectNode of(JsonNode pattern) {
    var form = JSON.objectNode();
    for (var property : pattern.properties()) {
      var key = property.getKey();
      var value = property.getValue();
      if (PatternKinds.areAlternatives(key, value)) {
        var alternatives = form.putArray(key);
        value.forEach(one -> alternatives.add(of(one)));
      } else if (value.isObject()) {
        form.set(key, of(value));
      } else if (value.isArray() && !value.isEmpty()) {
        form.set(MatchKind.of(value.get(0)).form().name(key), matches(value));
      } else {
        form.set(key, value);
      }
    }
    return form;
  }

  private static ArrayNode matches(JsonNode matches) {
    var plain = JSON.arrayNode();
    for (var match : matches) {
      switch (MatchKind.of(match)) {
        case WORD -> phrases(match).forEach(plain::add);
        case PART -> plain.addObject().put("wildcard", wildcard(match));
        case OTHER -> plain.add(OtherValues.of(match).name());
        case VALUE, RANGE, NETWORK, NO_TEXT -> plain.add(match);
      }
    }
    return plain;
  }

  private static List<String> phrases(JsonNode match) {
    var words = match.path(MatchKind.HAS_WORD);
    if (match.size() != 1 || !words.isArray() || words.isEmpty()) {
      throw new IllegalArgumentException(
          "has-word lists words: { has-word: [vp, head of growth] }");
    }
    var phrases = new ArrayList<String>();
    for (var word : words) {
      var phrase = String.join(" ", FoldedText.words(word.isTextual() ? word.textValue() : ""));
      if (phrase.isEmpty()) {
        throw new IllegalArgumentException(
            "has-word lists words of letters and digits; " + word + " is none");
      }
      phrases.add(phrase);
    }
    return phrases;
  }

  private static String wildcard(JsonNode match) {
    var part = match.path(MatchKind.CONTAINS);
    if (match.size() != 1 || !part.isTextual() || part.textValue().isEmpty()) {
      throw new IllegalArgumentException("contains names a text: { contains: growth }");
    }
    var folded = FoldedText.of(part.textValue());
    return "*" + folded.replace("\\", "\\\\").replace("*", "\\*") + "*";
  }
}
