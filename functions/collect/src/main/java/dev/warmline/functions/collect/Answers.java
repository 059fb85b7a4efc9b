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
      case Ingested.Refused(_, var status, var reason) -> refused(code(status), reason);
      case Ingested.OverLimit(_, var retryAfter) ->
          later(429, "this source has reached its daily limit: raise it or wait", retryAfter);
      case Ingested.Unavailable(_, var retryAfter, _) ->
          later(503, "not everything is stored yet: send the same again", retryAfter);
    };
  }

  /** A JSON answer that says why not. */
  static ApiResponse refused(int status, String reason) {
    var json = JsonNodeFactory.instance.objectNode().put("success", false).put("error", reason);
    return ApiResponse.json(status, Json.write(json));
  }

  private static ApiResponse later(int status, String reason, Duration retryAfter) {
    return refused(status, reason).with("Retry-After", Long.toString(retryAfter.toSeconds()));
  }

  /** Something broke on our side: the client should send the same again. */
  static ApiResponse failed() {
    return refused(500, "something broke here: send the same again").with("Retry-After", "5");
  }

  /** Nothing is at this path. */
  static ApiResponse notFound() {
    return refused(404, "there is nothing at this address");
  }

  /** The transparent 43-byte image, never kept by any cache. */
  static ApiResponse pixel() {
    return ApiResponse.bytes(200, "image/gif", GIF)
        .with("Cache-Control", "no-store, no-cache, private, max-age=0");
  }

  private static int code(Ingested.Status status) {
    return switch (status) {
      case BAD_REQUEST -> 400;
      case UNKNOWN_KEY -> 401;
      case FORBIDDEN_ORIGIN -> 403;
    };
  }
}
