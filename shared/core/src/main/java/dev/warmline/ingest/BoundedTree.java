package dev.warmline.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.event.Json;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads one JSON value into a tree without ever going deeper than {@link Budget#DEPTH}. What is too
 * deep or too long is skipped and remembered as the flaw of the value, so that its neighbours can
 * still be read. Of a key sent twice the last one counts.
 */
final class BoundedTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MAX_NUMBER_CHARS = 100;
  private final JsonParser parser;
  private Optional<String> flaw = Optional.empty();

  BoundedTree(JsonParser parser) {
    this.parser = parser;
  }

  /** What is wrong with the value just read, or empty. */
  Optional<String> flaw() {
    return flaw;
  }

  /** Reads the value whose first token the parser stands on, up to its last token. */
  JsonNode read() throws IOException {
    return read(0);
  }

  private JsonNode read(int depth) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> depth < Budget.DEPTH ? object(depth) : tooDeep();
      case START_ARRAY -> depth < Budget.DEPTH ? array(depth) : tooDeep();
      case VALUE_STRING -> text();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME ->
          NODES.nullNode();
    };
  }

  private JsonNode object(int depth) throws IOException {
    var object = NODES.objectNode();
    for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      var value = read(depth + 1);
      if (key.length() <= Budget.NAME_CHARS) {
        object.set(Texts.kept(key, Budget.NAME_CHARS), value);
      }
    }
    return object;
  }

  private JsonNode array(int depth) throws IOException {
    var array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(read(depth + 1));
    }
    return array;
  }

  private JsonNode text() throws IOException {
    return NODES.textNode(Texts.kept(parser.getText(), Budget.TEXT_CHARS));
  }

  private JsonNode number() throws IOException {
    if (parser.getTextLength() > MAX_NUMBER_CHARS) {
      return flawed("a number has more than " + MAX_NUMBER_CHARS + " digits");
    }
    if (parser.isNaN()) {
      return NODES.nullNode();
    }
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      var number = parser.getDoubleValue();
      return Double.isFinite(number)
          ? NODES.numberNode(number)
          : flawed("a number is too large for 64-bit floating point");
    }
    return Json.integer(parser);
  }

  private JsonNode tooDeep() throws IOException {
    parser.skipChildren();
    return flawed("nested deeper than " + Budget.DEPTH + " levels: send flatter objects");
  }

  private JsonNode flawed(String what) {
    flaw = flaw.or(() -> Optional.of(what));
    return NODES.nullNode();
  }
}
