package dev.warmline.functions.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.event.Deadline;
import dev.warmline.testkit.Invocation;
import dev.warmline.testkit.MemoryDailyQuota;
import dev.warmline.usecase.IngestEvents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Calls the real handler with the events that API Gateway's REST proxy integration makes. */
final class Gateway {
  static final ObjectMapper JSON = new ObjectMapper();
  static final Instant NOW = Instant.parse("2026-11-22T08:00:00.123Z");

  /** An answer as the client gets it. */
  record Answer(int status, JsonNode headers, String body, boolean isBase64) {
    String header(String name) {
      return headers.path(name).asText();
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What the function wrote, line by line. */
  final List<String> lines = new ArrayList<>();

  private final CollectHandler handler;
  private Instant now = NOW;

  Gateway(Memory memory) {
    this(memory, received -> Deadline.NEVER);
  }

  Gateway(Memory memory, Function<Instant, Deadline> deadlines) {
    var journal = Journal.to("collect", lines::add);
    var ingest = new IngestEvents(memory, memory, memory, new MemoryDailyQuota(), deadlines);
    this.handler = new CollectHandler(ingest, journal, () -> now);
  }

  void at(Instant instant) {
    now = instant;
  }

  Answer post(String url, String body, String... headers) {
    return call("POST", url, List.of(headers), body.getBytes(UTF_8));
  }

  Answer get(String url, String... headers) {
    return call("GET", url, List.of(headers), new byte[0]);
  }

  Answer call(String method, String url, List<String> headers, byte[] body) {
    var event = event(method, url, headers, body);
    try (var out = new ByteArrayOutputStream()) {
      handler.handleRequest(
          new ByteArrayInputStream(event.toString().getBytes(UTF_8)),
          out,
          new Invocation("r-1", Gateway::refuse));
      var answer = JSON.readTree(out.toByteArray());
      return new Answer(
          answer.path("statusCode").asInt(),
          answer.path("headers"),
          answer.path("body").asText(),
          answer.path("isBase64Encoded").asBoolean());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String basic(String key) {
    return "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8));
  }

  private static ObjectNode event(String method, String url, List<String> headers, byte[] body) {
    var path = url.split("\\?", 2)[0];
    var event = JSON.createObjectNode().put("resource", "/{proxy+}").put("path", path);
    event.put("httpMethod", method);
    var single = event.putObject("headers");
    var multi = event.putObject("multiValueHeaders");
    for (var i = 0; i + 1 < headers.size(); i += 2) {
      single.put(headers.get(i), headers.get(i + 1));
      multi.withArray("/" + headers.get(i).replace("/", "~1")).add(headers.get(i + 1));
    }
    putQuery(event, url);
    event.putObject("pathParameters").put("proxy", path.substring(1));
    event.putNull("stageVariables");
    var context = event.putObject("requestContext");
    context.put("stage", "prod").put("path", "/prod" + path).put("protocol", "HTTP/1.1");
    context.put("domainName", "abc123.execute-api.eu-central-1.amazonaws.com");
    context.putObject("identity").put("sourceIp", "203.0.113.7").putNull("userArn");
    event.put("body", body.length == 0 ? null : Base64.getEncoder().encodeToString(body));
    return event.put("isBase64Encoded", body.length > 0);
  }

  private static void putQuery(ObjectNode event, String url) {
    if (!url.contains("?")) {
      event.putNull("queryStringParameters").putNull("multiValueQueryStringParameters");
      return;
    }
    var single = event.putObject("queryStringParameters");
    var multi = event.putObject("multiValueQueryStringParameters");
    for (var pair : url.split("\\?", 2)[1].split("&")) {
      var parts = pair.split("=", 2);
      var value = URLDecoder.decode(parts.length > 1 ? parts[1] : "", UTF_8);
      single.put(parts[0], value);
      multi.withArray("/" + parts[0]).add(value);
    }
  }

  /** Everything goes to the journal. */
  private static void refuse(String line) {
    throw new AssertionError(line);
  }

  static Map<String, Object> track(String id) {
    return Map.of("type", "track", "event", "E", "userId", "u1", "messageId", id);
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
