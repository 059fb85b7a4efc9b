package dev.warmline.aws.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads the parts of a proxy event that are used; what is not as it should be is not there. */
final class ApiEventReader {
  private ApiEventReader() {}

  static ApiRequest read(InputStream in) throws IOException {
    if (!(Json.read(in) instanceof ObjectNode event)) {
      throw new IOException("not an API Gateway proxy event");
    }
    var proxy = text(event.path("pathParameters").path("proxy"));
    var route = Paths.clean(proxy.isEmpty() ? text(event.path("path")) : proxy);
    var context = event.path("requestContext");
    return new ApiRequest(
        text(event.path("httpMethod")).toUpperCase(Locale.ROOT),
        route,
        Paths.prefix(Paths.clean(text(context.path("path"))), route),
        values(event, "headers", "multiValueHeaders", name -> name.toLowerCase(Locale.ROOT)),
        values(event, "queryStringParameters", "multiValueQueryStringParameters", name -> name),
        text(context.path("domainName")),
        text(event.path("body")),
        event.path("isBase64Encoded").booleanValue());
  }

  /** The lists of all values where there are any, else the single ones. */
  private static Map<String, List<String>> values(
      ObjectNode event, String single, String multi, UnaryOperator<String> named) {
    var values = new LinkedHashMap<String, List<String>>();
    for (var entry : event.path(single).properties()) {
      values.putIfAbsent(named.apply(entry.getKey()), List.of(text(entry.getValue())));
    }
    for (var entry : event.path(multi).properties()) {
      var all = new ArrayList<String>();
      entry.getValue().forEach(value -> all.add(text(value)));
      if (!all.isEmpty()) {
        values.put(named.apply(entry.getKey()), List.copyOf(all));
      }
    }
    return values;
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.asText("");
  }
}
