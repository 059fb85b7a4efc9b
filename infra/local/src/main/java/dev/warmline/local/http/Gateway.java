package dev.warmline.local.http;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** API Gateway in front of one function: event in, answer out, and a time limit. */
public final class Gateway implements Responder, AutoCloseable {
  /** How long API Gateway waits for a function. */
  public static final Duration TIME_LIMIT = Duration.ofSeconds(29);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String name;
  private final RequestStreamHandler function;
  private final InstantSource clock;
  private final Duration timeLimit;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** A gateway to this function of this name. */
  public Gateway(
      String name, RequestStreamHandler function, InstantSource clock, Duration timeLimit) {
    this.name = name;
    this.function = function;
    this.clock = clock;
    this.timeLimit = timeLimit;
  }

  @Override
  public HttpAnswer answer(Incoming request) {
    if (request.body().length > Front.MAX_BODY) {
      return refusal(request, 413, "Request Too Long");
    }
    var id = UUID.randomUUID().toString();
    var event = GatewayEvent.of(request, id, clock.instant());
    var call = threads.submit(() -> invoke(event, id));
    try {
      return call.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      call.cancel(true);
      return refusal(request, 504, "Endpoint request timed out");
    } catch (ExecutionException e) {
      System.err.println(name + " failed: " + e.getCause());
      return refusal(request, 502, "Internal server error");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return refusal(request, 502, "Internal server error");
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private HttpAnswer invoke(JsonNode event, String id) throws IOException {
    var out = new ByteArrayOutputStream();
    function.handleRequest(
        new ByteArrayInputStream(MAPPER.writeValueAsBytes(event)),
        out,
        new LocalContext(name, id, timeLimit));
    return answer(MAPPER.readTree(out.toByteArray()));
  }

  /** The answer that a function's output stands for. */
  static HttpAnswer answer(JsonNode output) {
    var headers = new ArrayList<Map.Entry<String, String>>();
    var multi = output.path("multiValueHeaders");
    for (var field : output.path("headers").properties()) {
      if (!multi.has(field.getKey())) {
        headers.add(Map.entry(field.getKey(), field.getValue().asText()));
      }
    }
    for (var field : multi.properties()) {
      field.getValue().forEach(value -> headers.add(Map.entry(field.getKey(), value.asText())));
    }
    var text = output.path("body").asText("");
    var body =
        output.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8);
    return new HttpAnswer(output.path("statusCode").asInt(502), List.copyOf(headers), body);
  }

  /** What API Gateway answers by itself, with the CORS headers of its gateway responses. */
  static HttpAnswer refusal(Incoming request, int status, String message) {
    var headers = new ArrayList<Map.Entry<String, String>>();
    headers.add(Map.entry("Content-Type", "application/json"));
    request
        .header("Origin")
        .ifPresent(
            origin -> {
              headers.add(Map.entry("Access-Control-Allow-Origin", origin));
              headers.add(Map.entry("Access-Control-Allow-Credentials", "true"));
              headers.add(Map.entry("Access-Control-Expose-Headers", "Retry-After"));
              headers.add(Map.entry("Vary", "Origin"));
            });
    if (status >= 500) {
      headers.add(Map.entry("Retry-After", "5"));
    }
    var body = JsonNodeFactory.instance.objectNode().put("success", false).put("error", message);
    body.put("code", "gateway").put("message", message);
    return new HttpAnswer(status, headers, body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
