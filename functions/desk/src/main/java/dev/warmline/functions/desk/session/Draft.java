package dev.warmline.functions.desk.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A form that was filled in while the session ended.
 *
 * @param path where it was sent to
 * @param fields what it says, by name
 */
public record Draft(String path, Map<String, String> fields) {
  /** Longer ones are none of ours. */
  private static final int MOST_BYTES = 128 * 1024;

  public Draft {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  byte[] write() {
    var json = EventJson.newObject().put("path", path);
    fields.forEach(json.putObject("fields")::put);
    var bytes = new ByteArrayOutputStream();
    try (var packed = new DeflaterOutputStream(bytes)) {
      packed.write(Json.write(json).getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Optional<Draft> read(byte[] packed) {
    try (var text = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      var json = Json.read(new String(text.readNBytes(MOST_BYTES), UTF_8));
      var fields = new LinkedHashMap<String, String>();
      json.path("fields").forEachEntry((name, value) -> fields.put(name, value.asText()));
      return Optional.of(new Draft(json.path("path").asText(), fields));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
