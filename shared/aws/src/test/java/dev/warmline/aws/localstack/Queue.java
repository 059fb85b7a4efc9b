package dev.warmline.aws.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An SQS queue over plain HTTP: what a subscriber of a topic sees. */
final class Queue {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI endpoint;
  private final String region;
  private final String url;

  Queue(URI endpoint, String region, String name) {
    this.endpoint = endpoint;
    this.region = region;
    url = call("CreateQueue", request().put("QueueName", name)).path("QueueUrl").asText();
  }

  String arn() {
    var names = request().put("QueueUrl", url);
    names.putArray("AttributeNames").add("QueueArn");
    return call("GetQueueAttributes", names).path("Attributes").path("QueueArn").asText();
  }

  /** Waits some seconds for that many bodies; those it gives are taken out. */
  List<JsonNode> take(int count) {
    var bodies = new ArrayList<JsonNode>();
    for (var round = 0; round < 10 && bodies.size() < count; round++) {
      receive(2).forEach(message -> bodies.add(parsed(message.path("Body").asText())));
    }
    return List.copyOf(bodies);
  }

  /** Whether nothing has come by now. */
  boolean isEmpty() {
    return receive(0).isEmpty();
  }

  private JsonNode receive(int waitSeconds) {
    var wish =
        request()
            .put("QueueUrl", url)
            .put("WaitTimeSeconds", waitSeconds)
            .put("MaxNumberOfMessages", 10);
    return call("ReceiveMessage", wish).path("Messages");
  }

  private JsonNode call(String action, ObjectNode body) {
    var scope = "test/20260101/" + region + "/sqs/aws4_request";
    var request =
        HttpRequest.newBuilder(endpoint)
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "AmazonSQS." + action)
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + scope + ", SignedHeaders=host, Signature=0")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(action + ": " + answer.body());
      }
      return parsed(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode request() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
