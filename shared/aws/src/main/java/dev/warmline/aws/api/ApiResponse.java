package dev.warmline.aws.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.event.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer to API Gateway's REST proxy integration.
 *
 * @param status the HTTP status
 * @param headers by name
 * @param cookies each the value of a {@code Set-Cookie} of its own
 * @param body the text, or base64 of the bytes
 * @param isBase64 whether {@code body} is base64
 */
public record ApiResponse(
    int status, Map<String, String> headers, List<String> cookies, String body, boolean isBase64) {
  public ApiResponse {
    cookies = List.copyOf(cookies);
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** A JSON answer. */
  public static ApiResponse json(int status, String json) {
    return text(status, "application/json", json);
  }

  /** An answer of text. */
  public static ApiResponse text(int status, String contentType, String text) {
    return new ApiResponse(status, Map.of("Content-Type", contentType), List.of(), text, false);
  }

  /** An answer without a body. */
  public static ApiResponse empty(int status) {
    return new ApiResponse(status, Map.of(), List.of(), "", false);
  }

  /** An answer of bytes, given as base64. */
  public static ApiResponse bytes(int status, String contentType, String base64) {
    return new ApiResponse(status, Map.of("Content-Type", contentType), List.of(), base64, true);
  }

  /** The same answer with one more header. */
  public ApiResponse with(String name, String value) {
    return with(Map.of(name, value));
  }

  /** The same answer with more headers. */
  public ApiResponse with(Map<String, String> more) {
    var all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new ApiResponse(status, all, cookies, body, isBase64);
  }

  /** The same answer, which sets one more cookie. */
  public ApiResponse withCookie(String cookie) {
    var all = new ArrayList<>(cookies);
    all.add(cookie);
    return new ApiResponse(status, headers, all, body, isBase64);
  }

  /** Writes it as the integration expects it. */
  public void write(OutputStream out) throws IOException {
    var json = JsonNodeFactory.instance.objectNode().put("statusCode", status);
    var fields = json.putObject("headers");
    headers.forEach(fields::put);
    if (!cookies.isEmpty()) {
      var several = json.putObject("multiValueHeaders").putArray("Set-Cookie");
      cookies.forEach(several::add);
    }
    json.put("body", body).put("isBase64Encoded", isBase64);
    out.write(Json.write(json).getBytes(UTF_8));
  }
}
