package dev.warmline.functions.desk.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A request of somebody of the team. */
public record Call(ApiRequest request, Member who, Instant now) {
  /** The largest body, in bytes. */
  static final int MOST_BYTES = 64 * 1024;

  /** The header that names what is done, so that sending it again does nothing. */
  static final String KEY = "idempotency-key";

  private static final Pattern WORD = Pattern.compile("[!-~]{1,90}");

  /** The key, or what is wrong with it. */
  Optional<String> key() {
    return request.header(KEY).filter(Call::isKey);
  }

  /** Whether a text may name what is done. */
  public static boolean isKey(String text) {
    return WORD.matcher(text).matches();
  }

  static ApiProblem noKey() {
    return ApiProblem.lacking(
        "an Idempotency-Key of 1 to 90 visible ASCII characters, another for each act",
        "header Idempotency-Key");
  }

  /** Answers with what is made of the body, or with what is wrong with it. */
  ApiResponse withBody(Function<ObjectNode, ApiResponse> answer) {
    var body = request.body();
    if (body.length > MOST_BYTES) {
      return new ApiProblem(
              413,
              "too_large",
              "the body is larger than " + MOST_BYTES / 1024 + " KB",
              "body",
              "say less")
          .answer();
    }
    try {
      if (Json.read(new String(body, StandardCharsets.UTF_8)) instanceof ObjectNode fields) {
        return answer.apply(fields);
      }
    } catch (JsonProcessingException e) {
      // it is told below
    }
    return new ApiProblem(
            400, "invalid_body", "the body is no JSON object", "body", "send a JSON object")
        .answer();
  }

  /** A query parameter that is not blank. */
  Optional<String> query(String name) {
    return request.query(name).filter(value -> !value.isBlank());
  }

  /** Whether a query parameter is there, with a value or without. */
  boolean asks(String name) {
    return request.query(name).isPresent();
  }
}
