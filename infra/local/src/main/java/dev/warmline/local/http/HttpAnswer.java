package dev.warmline.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A response before it goes over the wire. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
public record HttpAnswer(int status, List<Map.Entry<String, String>> headers, byte[] body) {

  /** An answer with a body of this type that nobody caches. */
  public static HttpAnswer of(int status, String contentType, byte[] body) {
    return new HttpAnswer(
        status,
        List.of(Map.entry("Content-Type", contentType), Map.entry("Cache-Control", "no-store")),
        body);
  }

  /** A page. */
  public static HttpAnswer html(String page) {
    return of(200, "text/html; charset=utf-8", page.getBytes(UTF_8));
  }

  /** A JSON body. */
  public static HttpAnswer json(int status, JsonNode json) {
    return of(status, "application/json", json.toPrettyString().getBytes(UTF_8));
  }
}
