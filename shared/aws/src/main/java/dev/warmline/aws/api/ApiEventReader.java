package dev.warmline.aws.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the parts of a proxy event that are used and skips the rest. Streaming, because that is
 * what starts fastest.
 */
final class ApiEventReader {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser parser;
  private final Map<String, List<String>> headers = new LinkedHashMap<>();
  private final Map<String, List<String>> query = new LinkedHashMap<>();
  private String method = "";
  private String path = "";
  private String proxy = "";
  private String fullPath = "";
  private String domain = "";
  private String body = "";
  private boolean isBase64;

  private ApiEventReader(JsonParser parser) {
    this.parser = parser;
  }

  static ApiRequest read(InputStream event) throws IOException {
    try (var parser = JSON.createParser(event)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an API Gateway proxy event");
      }
      var reader = new ApiEventReader(parser);
      reader.eachKey(reader::readTop);
      return reader.request();
    }
  }

  private ApiRequest request() {
    var route = Paths.clean(proxy.isEmpty() ? path : proxy);
    return new ApiRequest(
        method.toUpperCase(Locale.ROOT),
        route,
        Paths.prefix(Paths.clean(fullPath), route),
        headers,
        query,
        domain,
        body,
        isBase64);
  }

  private interface OfKey {
    void read(String key) throws IOException;
  }

  private void eachKey(OfKey ofKey) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      ofKey.read(key);
    }
  }

  private void readTop(String key) throws IOException {
    switch (key) {
      case "httpMethod" -> method = text();
      case "path" -> path = text();
      case "pathParameters" -> eachKey(this::readPathParameter);
      case "requestContext" -> eachKey(this::readContext);
      case "headers" -> eachKey(name -> addAbsent(headers, lower(name)));
      case "multiValueHeaders" -> eachKey(name -> replace(headers, lower(name)));
      case "queryStringParameters" -> eachKey(name -> addAbsent(query, name));
      case "multiValueQueryStringParameters" -> eachKey(name -> replace(query, name));
      case "body" -> body = text();
      case "isBase64Encoded" -> isBase64 = parser.currentToken() == JsonToken.VALUE_TRUE;
      default -> parser.skipChildren();
    }
  }

  private void readPathParameter(String key) throws IOException {
    if (key.equals("proxy")) {
      proxy = text();
    } else {
      parser.skipChildren();
    }
  }

  private void readContext(String key) throws IOException {
    switch (key) {
      case "path" -> fullPath = text();
      case "domainName" -> domain = text();
      default -> parser.skipChildren();
    }
  }

  private void addAbsent(Map<String, List<String>> values, String name) throws IOException {
    values.putIfAbsent(name, List.of(text()));
  }

  private void replace(Map<String, List<String>> values, String name) throws IOException {
    var all = new ArrayList<String>();
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        all.add(text());
      }
    }
    if (!all.isEmpty()) {
      values.put(name, List.copyOf(all));
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private String text() throws IOException {
    if (parser.currentToken().isStructStart()) {
      parser.skipChildren();
      return "";
    }
    return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
  }
}
