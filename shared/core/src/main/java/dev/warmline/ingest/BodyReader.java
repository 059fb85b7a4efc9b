package dev.warmline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventType;
import dev.warmline.event.ParkedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a body: one event, or a batch. A bad event is a {@link RawEvent.Flawed} among its
 * neighbours; only a body that is not JSON or is over a limit of the whole is refused.
 */
public final class BodyReader {
  /*
   * The parser keeps nesting on the heap and BoundedTree stops at its own depth, so one deep event
   * need not cost its neighbours: the parser's own limits are as large as the largest body. Nor
   * does one with NaN in it, which Python writes, or with a line break in a text.
   */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .configure(JsonFactory.Feature.CHARSET_DETECTION, false)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Budget.BODY_BYTES)
                  .maxNumberLength(Budget.BODY_BYTES)
                  .maxStringLength(Budget.BODY_BYTES)
                  .maxNameLength(Budget.BODY_BYTES)
                  .build())
          .build();

  private final byte[] body;
  private final boolean repaired;
  private final ObjectNode envelope = JsonNodeFactory.instance.objectNode();
  private final List<RawEvent> batch = new ArrayList<>();
  private boolean isBatch;

  private BodyReader(byte[] bytes) {
    var unmarked = Texts.withoutMark(bytes);
    this.repaired = !Texts.isUtf8(unmarked);
    this.body = LoneSurrogates.replaced(repaired ? Texts.repaired(unmarked) : unmarked);
  }

  /**
   * Reads one event, the whole object, that came to the address of its type. From here on it says
   * its type itself, so that it can be judged again wherever it is kept.
   */
  public static BodyRead single(byte[] body, EventType type) {
    var read = reading(body, BodyReader::readSingle);
    if (read instanceof BodyRead.Events(var event, var _)) {
      event.put("type", type.word());
    }
    return read;
  }

  /** Reads an object with the array {@code batch}; without one the object itself is the event. */
  public static BodyRead batch(byte[] body) {
    return reading(body, BodyReader::readBatch);
  }

  private interface Reading {
    BodyRead read(BodyReader reader, JsonParser parser) throws IOException;
  }

  private static BodyRead reading(byte[] body, Reading reading) {
    if (body.length > Budget.BODY_BYTES) {
      return refused("the body is over 500 KB: send smaller batches", body);
    }
    var reader = new BodyReader(body);
    try (var parser = JSON.createParser(reader.body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return refused("the body is not a JSON object", body);
      }
      var read = reading.read(reader, parser);
      return parser.nextToken() == null
          ? read
          : refused("the body is not JSON: something follows the object", body);
    } catch (JsonProcessingException e) {
      return refused("the body is not JSON: " + place(e), body);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** A body that a door could not even turn into bytes of JSON. */
  public static BodyRead.Refused refused(String reason, byte[] body) {
    var length = Math.min(body.length, ParkedEvent.MAX_RAW);
    return new BodyRead.Refused(reason, new String(body, 0, length, UTF_8));
  }

  private static String place(JsonProcessingException e) {
    var at = Optional.ofNullable(e.getLocation());
    return at.map(location -> "wrong at byte " + location.getByteOffset()).orElse("cut short");
  }

  private BodyRead readSingle(JsonParser parser) throws IOException {
    return switch (readEvent(parser)) {
      case RawEvent.Sound(var json) -> new BodyRead.Events(json, List.of(new RawEvent.Sound(json)));
      case RawEvent.Flawed(var reason, var _) when end(parser) > Budget.EVENT_BYTES ->
          refused(reason, body);
      case RawEvent.Flawed flawed -> new BodyRead.Events(envelope, List.of(flawed));
    };
  }

  private BodyRead readBatch(JsonParser parser) throws IOException {
    var start = parser.currentTokenLocation().getByteOffset();
    var tree = new BoundedTree(parser);
    for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      if (key.equals("batch") && parser.currentToken() == JsonToken.START_ARRAY) {
        isBatch = true;
        readElements(parser);
      } else {
        envelope.set(key, tree.read());
      }
    }
    if (batch.size() > Budget.BATCH_EVENTS) {
      return refused("the batch has over 2500 events: send smaller batches", body);
    }
    return new BodyRead.Events(
        envelope, isBatch ? batch : List.of(judged(envelope, tree.flaw(), start, parser)));
  }

  private void readElements(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (batch.size() > Budget.BATCH_EVENTS) {
        parser.skipChildren();
      } else {
        batch.add(readEvent(parser));
      }
    }
  }

  private RawEvent readEvent(JsonParser parser) throws IOException {
    var start = parser.currentTokenLocation().getByteOffset();
    var tree = new BoundedTree(parser);
    var node = tree.read();
    return node instanceof ObjectNode json
        ? judged(json, tree.flaw(), start, parser)
        : new RawEvent.Flawed("an event is a JSON object", excerpt(start, end(parser)));
  }

  private RawEvent judged(ObjectNode json, Optional<String> flaw, long start, JsonParser parser) {
    var end = end(parser);
    return flaw(flaw, start, end)
        .<RawEvent>map(reason -> new RawEvent.Flawed(reason, excerpt(start, end)))
        .orElseGet(() -> new RawEvent.Sound(json));
  }

  private Optional<String> flaw(Optional<String> flaw, long start, long end) {
    if (end - start > Budget.EVENT_BYTES) {
      return Optional.of("the event is over 32 KB: send less in one event");
    }
    if (repaired && Texts.wasRepaired(body, (int) start, (int) end)) {
      return Optional.of("the event is not UTF-8: encode it before sending");
    }
    return flaw;
  }

  private static long end(JsonParser parser) {
    return parser.currentLocation().getByteOffset();
  }

  private String excerpt(long start, long end) {
    var length = Math.min(end - start, ParkedEvent.MAX_RAW);
    return new String(body, (int) start, (int) length, UTF_8);
  }
}
