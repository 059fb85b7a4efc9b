package dev.warmline.aws.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Text as an attribute: as it is, or deflated where that is smaller, because a write unit is one
 * kilobyte. The first byte of a binary value is the number of the {@link Dictionary} it was
 * deflated with, so that a better one can be added while old items stay readable.
 */
final class Packed {
  private static final int CHUNK = 4_096;
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private Packed() {}

  static AttributeValue text(String text) {
    var plain = text.getBytes(UTF_8);
    var packed = deflate(plain);
    return packed.length < plain.length
        ? AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(packed))
        : AttributeValue.fromS(text);
  }

  static AttributeValue json(ObjectNode json) {
    return text(Json.write(json));
  }

  /**
   * The text of such an attribute.
   *
   * @throws MalformedItem if it is neither text nor deflated by a known dictionary
   */
  static String text(AttributeValue value) {
    if (value.s() != null) {
      return value.s();
    }
    if (value.b() == null) {
      throw new MalformedItem("a body is neither text nor binary");
    }
    return inflate(value.b().asByteArrayUnsafe());
  }

  static ObjectNode json(AttributeValue value) {
    try {
      if (Json.read(text(value)) instanceof ObjectNode object) {
        return object;
      }
      throw new MalformedItem("a body is JSON but no object");
    } catch (JsonProcessingException e) {
      throw new MalformedItem("a body is no JSON");
    }
  }

  private static byte[] deflate(byte[] plain) {
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setDictionary(Dictionary.newest().bytes());
      deflater.setInput(plain);
      deflater.finish();
      var out = new ByteArrayOutputStream(CHUNK);
      out.write(Dictionary.newest().number());
      var chunk = new byte[CHUNK];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static String inflate(byte[] packed) {
    if (packed.length == 0) {
      throw new MalformedItem("a body is empty");
    }
    var inflater = new Inflater(true);
    try {
      inflater.setDictionary(Dictionary.numbered(packed[0]).bytes());
      inflater.setInput(packed, 1, packed.length - 1);
      return drain(inflater);
    } catch (DataFormatException e) {
      throw new MalformedItem("a body does not inflate");
    } finally {
      inflater.end();
    }
  }

  private static String drain(Inflater inflater) throws DataFormatException {
    var out = new ByteArrayOutputStream(CHUNK);
    var chunk = new byte[CHUNK];
    while (!inflater.finished()) {
      int count = inflater.inflate(chunk);
      if (count == 0 && !inflater.finished()) {
        throw new MalformedItem("a body ends too early");
      }
      out.write(chunk, 0, count);
      if (out.size() > MOST_BYTES) {
        throw new MalformedItem("a body inflates to more than " + MOST_BYTES + " bytes");
      }
    }
    return out.toString(UTF_8);
  }
}
