package dev.warmline.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * JSON text to Jackson's tree and back by its streaming parser, without its object mapper: to start
 * the mapper alone is a tenth of a function's cold start (decision 0010). Trees and texts are those
 * that a mapper with default settings gives.
 */
public final class Json {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonFactory JSON = new JsonFactory();

  private Json() {}

  /**
   * The first value of a text; missing where there is none. Of a key given twice the last counts.
   *
   * @throws JsonProcessingException if the text is no JSON
   */
  public static JsonNode read(String text) throws JsonProcessingException {
    try (var parser = JSON.createParser(text)) {
      return first(parser);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /**
   * The first value of a stream in UTF-8, UTF-16 or UTF-32; missing where there is none.
   *
   * @throws IOException if it cannot be read or is no JSON
   */
  public static JsonNode read(InputStream in) throws IOException {
    try (var parser = JSON.createParser(in)) {
      return first(parser);
    }
  }

  /** The text of a tree, without spaces; {@link #read} of it gives an equal tree. */
  public static String write(JsonNode json) {
    if (json.isMissingNode()) {
      return "";
    }
    var text = new StringWriter();
    try (var generator = JSON.createGenerator(text);
        var tree = new TreeTraversingParser(json)) {
      tree.nextToken();
      generator.copyCurrentStructure(tree);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text.toString();
  }

  /**
   * How many bytes {@link #write} of a tree has in UTF-8; of a tree with more than {@code most}
   * some number above it, without writing all of it.
   */
  public static long bytes(JsonNode json, long most) {
    var counting = new CountingStream(most);
    try (var generator = JSON.createGenerator(counting);
        var tree = new TreeTraversingParser(json)) {
      tree.nextToken();
      generator.copyCurrentStructure(tree);
    } catch (CountingStream.Enough enough) {
      return counting.count();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to nowhere", e);
    }
    return counting.count();
  }

  private static JsonNode first(JsonParser parser) throws IOException {
    return parser.nextToken() == null ? MissingNode.getInstance() : value(parser);
  }

  private static JsonNode value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME ->
          NODES.nullNode();
    };
  }

  private static JsonNode object(JsonParser parser) throws IOException {
    var object = NODES.objectNode();
    for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      object.set(key, value(parser));
    }
    return object;
  }

  private static JsonNode array(JsonParser parser) throws IOException {
    var array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  /** The whole number that a parser stands on, however large. */
  public static JsonNode integer(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      case BIG_INTEGER, BIG_DECIMAL, FLOAT, DOUBLE -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }
}
