package dev.warmline.functions.desk.page;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** What browsers are told to do with pages, and which forms are taken from them. */
final class Policy {
  private static final Map<String, String> HEADERS = new LinkedHashMap<>();

  static {
    HEADERS.put("Cache-Control", "no-store");
    HEADERS.put(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    HEADERS.put("X-Frame-Options", "DENY");
    HEADERS.put("X-Content-Type-Options", "nosniff");
    HEADERS.put("Referrer-Policy", "same-origin");
    HEADERS.put("Cross-Origin-Opener-Policy", "same-origin");
    HEADERS.put("Cross-Origin-Resource-Policy", "same-origin");
    HEADERS.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  }

  private Policy() {}

  /** The answer with what holds for every page: it is about persons and of this moment. */
  static ApiResponse on(ApiResponse answer, ApiRequest request) {
    var told = answer.with(HEADERS);
    return request.scheme().equals("https")
        ? told.with("Strict-Transport-Security", "max-age=31536000")
        : told;
  }

  /**
   * Whether a form may have come from a page of this desk, as far as the browser says where it came
   * from. Its token says so too; this also holds while there is no session.
   */
  static boolean isOfThisSite(ApiRequest request) {
    var site = request.header("sec-fetch-site").orElse("same-origin");
    var here = request.scheme() + "://" + request.host();
    return (site.equals("same-origin") || site.equals("none"))
        && request.header("origin").map(here::equals).orElse(true);
  }
}
