package dev.warmline.local.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A request as API Gateway (REST, proxy integration, binary media types {@code *}{@code /*}) hands
 * it to a function.
 */
final class GatewayEvent {
  private static final String API = "local";
  private static final String STAGE = "live";

  private GatewayEvent() {}

  /** The event for this request; behind the stage's name stands the same as without it. */
  static ObjectNode of(Incoming request, String requestId, Instant now) {
    var fullPath = QueryString.unescape(request.path(), false);
    var prefix = "/" + STAGE;
    var path = fullPath.startsWith(prefix + "/") ? fullPath.substring(prefix.length()) : fullPath;
    var json = JsonNodeFactory.instance.objectNode();
    json.put("resource", "/{proxy+}");
    json.put("path", path);
    json.put("httpMethod", request.method());
    fields(json, "headers", "multiValueHeaders", headers(request));
    fields(
        json,
        "queryStringParameters",
        "multiValueQueryStringParameters",
        QueryString.decode(request.query()));
    json.putObject("pathParameters").put("proxy", path.substring(1));
    json.putNull("stageVariables");
    json.set("requestContext", context(request, fullPath, requestId, now));
    var body = inflated(request);
    if (body.length == 0) {
      json.putNull("body").put("isBase64Encoded", false);
    } else {
      json.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    }
    return json;
  }

  private static ObjectNode context(Incoming request, String path, String id, Instant now) {
    var context = JsonNodeFactory.instance.objectNode();
    context.put("accountId", "000000000000");
    context.put("apiId", API);
    context.put("resourceId", API);
    context.put("resourcePath", "/{proxy+}");
    context.put("httpMethod", request.method());
    context.put("path", path);
    context.put("protocol", "HTTP/1.1");
    context.put("stage", STAGE);
    context.put("domainName", host(request));
    context.put("domainPrefix", API);
    context.put("requestId", id);
    context.put("extendedRequestId", id);
    context.put("requestTimeEpoch", now.toEpochMilli());
    var identity = context.putObject("identity");
    identity.put("sourceIp", request.address());
    identity.put("userAgent", request.header("User-Agent").orElse(null));
    return context;
  }

  /** The gateway adds where the request came from, and replaces what a client said about that. */
  private static List<Map.Entry<String, String>> headers(Incoming request) {
    var headers =
        new ArrayList<>(
            request.headers().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("X-Forwarded-Proto"))
                .toList());
    headers.add(Map.entry("X-Forwarded-Proto", request.scheme()));
    headers.add(Map.entry("X-Forwarded-For", request.address()));
    return headers;
  }

  private static String host(Incoming request) {
    var host = request.header("Host").orElse("127.0.0.1");
    var port = host.lastIndexOf(':');
    return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
  }

  private static void fields(
      ObjectNode json, String last, String all, List<Map.Entry<String, String>> pairs) {
    if (pairs.isEmpty()) {
      json.putNull(last);
      json.putNull(all);
      return;
    }
    var single = json.putObject(last);
    var multi = json.putObject(all);
    for (var pair : pairs) {
      single.put(pair.getKey(), pair.getValue());
      multi.withArrayProperty(pair.getKey()).add(pair.getValue());
    }
  }

  /**
   * The body without its gzip encoding, if it says that it has one. What does not inflate, or to
   * too much, is passed on as it came: the function has its own limits.
   */
  private static byte[] inflated(Incoming request) {
    if (!request.header("Content-Encoding").filter("gzip"::equalsIgnoreCase).isPresent()) {
      return request.body();
    }
    try (var stream = new GZIPInputStream(new ByteArrayInputStream(request.body()))) {
      var inflated = stream.readNBytes(Front.MAX_BODY + 1);
      return inflated.length > Front.MAX_BODY ? request.body() : inflated;
    } catch (IOException e) {
      return request.body();
    }
  }
}
