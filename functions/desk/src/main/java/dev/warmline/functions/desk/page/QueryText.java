package dev.warmline.functions.desk.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.aws.api.ApiRequest;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The query of a request, written again. */
final class QueryText {
  private QueryText() {}

  /** With its question mark; empty if nothing is asked. */
  static String of(ApiRequest request) {
    return text(values(request));
  }

  /** The same with one parameter that has another value. */
  static String of(ApiRequest request, String name, String value) {
    var all = values(request);
    all.put(name, value);
    return text(all);
  }

  private static Map<String, String> values(ApiRequest request) {
    var values = new LinkedHashMap<String, String>();
    for (var name : request.query().keySet()) {
      request.query(name).filter(it -> !it.isEmpty()).ifPresent(it -> values.put(name, it));
    }
    return values;
  }

  private static String text(Map<String, String> values) {
    return values.isEmpty()
        ? ""
        : values.entrySet().stream()
            .map(it -> encode(it.getKey()) + "=" + encode(it.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
