package dev.warmline.functions.collect;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import java.util.Map;

/**
 * What lets pages of other origins send here. The origin is echoed, never {@code *}, because
 * credentialed requests refuse that, and headers are named one by one for the same reason; without
 * {@code Retry-After} exposed, browsers retry at once.
 */
final class Cors {
  private static final Map<String, String> PREFLIGHT =
      Map.of(
          "Access-Control-Allow-Methods", "GET, POST, OPTIONS",
          "Access-Control-Allow-Headers",
              "authorization, content-type, x-retry-count, anonymousid, sentat, sp-anonymous, "
                  + "rsa-recovered, rsa-retry-attempt, rsa-retry-reason, rsa-since-first-attempt, "
                  + "rsa-since-last-attempt, x-write-key, x-enable-debug, x-ip-policy",
          "Access-Control-Max-Age", "3600");

  private Cors() {}

  /** The answer to every preflight. */
  static ApiResponse preflight() {
    return ApiResponse.empty(204).with(PREFLIGHT);
  }

  /** The answer with the headers that let the page of this request read it. */
  static ApiResponse on(ApiResponse response, ApiRequest request) {
    var open =
        response.with(Map.of("Vary", "Origin", "Access-Control-Expose-Headers", "Retry-After"));
    return request
        .header("origin")
        .map(
            origin ->
                open.with(
                    Map.of(
                        "Access-Control-Allow-Origin",
                        origin,
                        "Access-Control-Allow-Credentials",
                        "true")))
        .orElse(open);
  }
}
