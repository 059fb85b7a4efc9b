package dev.warmline.authoring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.authoring.LocatedTree.Flaw;
import dev.warmline.authoring.LocatedTree.Spot;
import dev.warmline.event.Json;
import dev.warmline.rule.ModelNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a text into a tree that remembers where everything was. Never throws for what it reads. */
final class TreeReader {
  /** The longest file, in characters. */
  static final int MAX_LENGTH = 1_000_000;

  private static final int MAX_DEPTH = 40;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, Spot> keys = new HashMap<>();
  private final Map<String, Spot> values = new HashMap<>();
  private final List<Flaw> flaws = new ArrayList<>();

  private TreeReader() {}

  static LocatedTree read(JsonFactory format, String text) {
    var reader = new TreeReader();
    return new LocatedTree(reader.root(format, text), reader.keys, reader.values, reader.flaws);
  }

  private JsonNode root(JsonFactory format, String text) {
    if (text.length() > MAX_LENGTH) {
      flaw(Spot.START, "", "a model file has at most " + MAX_LENGTH + " characters");
      return MissingNode.getInstance();
    }
    try (var parser = format.createParser(text)) {
      if (parser.nextToken() == null) {
        flaw(Spot.START, "", "the file is empty");
        return MissingNode.getInstance();
      }
      var root = value(parser, "", 0);
      if (parser.nextToken() != null) {
        flaw(spot(parser.currentTokenLocation()), "", "a model file holds one document");
      }
      return root;
    } catch (JsonProcessingException e) {
      flaw(spot(e.getLocation()), "", "cannot be read: " + firstLine(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    return MissingNode.getInstance();
  }

  private JsonNode value(JsonParser parser, String pointer, int depth) throws IOException {
    values.put(pointer, spot(parser.currentTokenLocation()));
    if (depth > MAX_DEPTH) {
      flaw(spot(parser.currentTokenLocation()), pointer, "nested too deeply");
      parser.skipChildren();
      return NODES.nullNode();
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, pointer, depth);
      case START_ARRAY -> array(parser, pointer, depth);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT -> Json.integer(parser);
      case VALUE_NUMBER_FLOAT -> decimal(parser);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL, VALUE_EMBEDDED_OBJECT, END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE ->
          NODES.nullNode();
    };
  }

  private ObjectNode object(JsonParser parser, String pointer, int depth) throws IOException {
    var object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var key = parser.currentName();
      var member = pointer + "/" + ModelNode.escape(key);
      var spot = spot(parser.currentTokenLocation());
      parser.nextToken();
      if (object.has(key)) {
        flaw(spot, member, "the key " + key + " is given twice here; keep one of them");
        parser.skipChildren();
      } else {
        keys.put(member, spot);
        object.set(key, value(parser, member, depth + 1));
      }
    }
    return object;
  }

  private ArrayNode array(JsonParser parser, String pointer, int depth) throws IOException {
    var array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
      array.add(value(parser, pointer + "/" + array.size(), depth + 1));
    }
    return array;
  }

  private static JsonNode decimal(JsonParser parser) throws IOException {
    return parser.isNaN()
        ? NODES.numberNode(parser.getDoubleValue())
        : NODES.numberNode(parser.getDecimalValue());
  }

  private void flaw(Spot spot, String pointer, String message) {
    flaws.add(new Flaw(spot, pointer, message));
  }

  private static Spot spot(JsonLocation location) {
    return location == null
        ? Spot.START
        : new Spot(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("a syntax error").strip();
  }
}
