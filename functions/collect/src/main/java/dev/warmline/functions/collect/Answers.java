package dev.warmline.functions.collect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.Json;
import dev.warmline.usecase.Ingested;
import java.time.Duration;

/** What clients are told. Only status 200 with a JSON object makes all of them stop sending. */
final class Answers {
  private static final String GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==";

  private Answers() {}

  /** The answer to what became of a request. */
  static ApiResponse of(Ingested ingested) {
    return switch (ingested) {
      case Ingested.Accepted _ -> ApiResponse.json(200, "{\"success\":true}");
      case Ingested.Refused(_, var status, var reason) -> refused(status, reason);
      case Ingested.OverLimit(_, var retryAfter) ->
          later(
              429,
              "over_limit",
              "this source has reached its daily limit: raise it or wait",
              retryAfter);
      case Ingested.Unavailable(_, var retryAfter, _) ->
          later(
              503, "unavailable", "not everything is stored yet: send the same again", retryAfter);
    };
  }

  /**
   * A JSON answer that says why not. Some clients look for {@code error}; RudderStack's for Python
   * sends for ever what was refused without {@code code} and {@code message}.
   */
  static ApiResponse refused(int status, String code, String reason) {
    var json = JsonNodeFactory.instance.objectNode().put("success", false);
    json.put("error", reason).put("code", code).put("message", reason);
    return ApiResponse.json(status, Json.write(json));
  }

  private static ApiResponse later(int status, String code, String reason, Duration retryAfter) {
    return refused(status, code, reason).with("Retry-After", Long.toString(retryAfter.toSeconds()));
  }

  /** Something broke on our side: the client should send the same again. */
  static ApiResponse failed() {
    return refused(500, "failed", "something broke here: send the same again")
        .with("Retry-After", "5");
  }

  /** Nothing is at this path. */
  static ApiResponse notFound() {
    return refused(404, "not_found", "there is nothing at this address");
  }

  /** The transparent 43-byte image, never kept by any cache. */
  static ApiResponse pixel() {
    return ApiResponse.bytes(200, "image/gif", GIF)
        .with("Cache-Control", "no-store, no-cache, private, max-age=0");
  }

  private static ApiResponse refused(Ingested.Status status, String reason) {
    return switch (status) {
      case BAD_REQUEST -> refused(400, "invalid_body", reason);
      case UNKNOWN_KEY -> refused(401, "unknown_key", reason);
      case FORBIDDEN_ORIGIN -> refused(403, "forbidden_origin", reason);
    };
  }
}
