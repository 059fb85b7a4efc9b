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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a text into a tree that remembers where everything was. Never throws for what it reads. */
final class TreeReader {
  /** The longest file, in characters. */
  static final int MAX_LENGTH = 1_000_000;

  private static final int MAX_DEPTH = 40;
  private static final int MOST_MENDS = 20;
  private static final String EMPTY = "the file is empty: begin with name and scores";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, Spot> keys = new HashMap<>();
  private final Map<String, Spot> values = new HashMap<>();
  private final List<Flaw> flaws = new ArrayList<>();

  /** Where reading ended before the end. */
  private @Nullable Flaw error;

  private TreeReader() {}

  /** Reads on after a slip of syntax in YAML as far as it can be guessed what was meant. */
  static LocatedTree read(JsonFactory format, String text) {
    var source = SourceText.of(text);
    var mended = new ArrayList<Flaw>();
    while (true) {
      var reader = new TreeReader();
      var root = reader.root(format, mended.isEmpty() ? text : source.text());
      var error = reader.error;
      var mend =
          mended.size() == MOST_MENDS || !(format instanceof PlainYamlFactory)
              ? Optional.<SyntaxMend>empty()
              : error == null ? TypographyMend.indentation(source) : SyntaxMend.find(source, error);
      if (mend.isEmpty()) {
        return reader.tree(root, mended, source);
      }
      mended.add(mend.get().flaw());
      source = mend.get().mended();
    }
  }

  private LocatedTree tree(JsonNode root, List<Flaw> mended, SourceText source) {
    var all = new ArrayList<>(mended);
    if (error != null && mended.isEmpty()) {
      all.add(error);
    }
    all.addAll(flaws);
    return new LocatedTree(root, keys, values, all, source);
  }

  private JsonNode root(JsonFactory format, String text) {
    if (text.length() > MAX_LENGTH) {
      flaw(Spot.START, "", "a model file has at most " + MAX_LENGTH + " characters");
      return MissingNode.getInstance();
    }
    try (var parser = format.createParser(text)) {
      if (parser.nextToken() == null) {
        flaws.add(new Flaw(Spot.START, "", EMPTY, Optional.of("name: my-rules")));
        return MissingNode.getInstance();
      }
      var root = value(parser, "", 0);
      if (parser.nextToken() != null) {
        flaw(spot(parser.currentTokenLocation()), "", "a model file holds one document");
      }
      return root;
    } catch (JsonProcessingException e) {
      var why = "cannot be read: " + firstLine(e.getOriginalMessage());
      error = new Flaw(spot(e.getLocation()), "", why, Optional.empty());
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
        var first = keys.getOrDefault(member, Spot.START).line();
        flaw(
            spot,
            member,
            "the key %s is given twice here, first in line %d; keep one of them, with all that is under both"
                .formatted(key, first));
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
    flaws.add(new Flaw(spot, pointer, message, Optional.empty()));
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
