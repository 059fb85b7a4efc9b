package dev.warmline.functions.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as shipped clients sent them, through the real handler. */
class CapturedClientsTest {
  private final Memory memory = new Memory();
  private final Gateway gateway = new Gateway(memory);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "segment-browser_standard",
        "segment-java_ok",
        "segment-node_20events_flushAt",
        "segment-node_gzip",
        "segment-node_ok",
        "rudder-browser_default",
        "rudder-node_ok_gzip_default"
      })
  void everyEventIsInTheLogOnceThoughEachRequestIsSentThreeTimes(String client) throws IOException {
    var requests = requests(client);

    for (var request : requests) {
      for (var i = 0; i < 3; i++) {
        gateway.at(Gateway.NOW.plusSeconds(i));
        assertAnsweredAsClientsExpect(request);
      }
    }

    assertThat(new TreeSet<>(memory.log.values().stream().map(Event::id).toList()))
        .isEqualTo(new TreeSet<>(messageIds(requests)));
    assertThat(memory.log).hasSize(messageIds(requests).size());
    assertThat(memory.parked).isEmpty();
    assertThat(memory.log.values()).noneMatch(event -> event.json().has("verdict"));
  }

  @Test
  void rudderTraitsInTheContextBecomeTraitsOfTheIdentify() throws IOException {
    for (var request : requests("rudder-browser_default")) {
      send(request);
    }

    var identify = memory.event("3f45fe97-0489-4bce-81fd-ac896228fe69");
    assertThat(identify.object("traits").path("email").asText()).isEqualTo("jane@example.com");
    assertThat(identify.profile()).hasToString("user:u1");
    var page = memory.event("d4f531ed-1ca7-44d6-a64e-0a20d6d0ff0b");
    assertThat(page.profile()).hasToString("anonymous:d29bf48b-3097-42c7-8aaa-c2b60b8e13dd");
    assertThat(page.text("name")).contains("Pricing");
    assertThat(page.object("properties").path("name").asText()).isEqualTo("Pricing");
  }

  @Test
  void javaEventsGetTheContextOfTheirBatchAndKeepHistoricalTimes() throws IOException {
    for (var request : requests("segment-java_ok")) {
      send(request);
    }

    var track = memory.event("350b2d8e-c1fb-4472-84fa-7708a98dd5fd");
    assertThat(track.object("context").path("library").path("name").asText())
        .isEqualTo("analytics-java");
    assertThat(track.object("context").path("ip").asText()).isEqualTo("1.2.3.4");
    assertThat(track.occurredAt().toString()).startsWith("2024-01-02");
  }

  private void assertAnsweredAsClientsExpect(JsonNode request) throws IOException {
    var answer = send(request);

    assertThat(answer.status()).isIn(200, 204);
    if (request.path("method").asText().equals("POST")) {
      assertThat(answer.json().path("success").asBoolean()).isTrue();
    }
    var headers = headers(request);
    var origin = headers.indexOf("Origin");
    if (origin >= 0) {
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(headers.get(origin + 1));
    }
  }

  private Gateway.Answer send(JsonNode request) throws IOException {
    var method = request.path("method").asText();
    return gateway.call(method, request.path("url").asText(), headers(request), bytes(request));
  }

  private static List<String> headers(JsonNode request) {
    var headers = new ArrayList<String>();
    request.path("rawHeaders").forEach(header -> headers.add(header.asText()));
    return headers;
  }

  private static byte[] bytes(JsonNode request) throws IOException {
    var node = request.path("body");
    var plain = (node.isTextual() ? node.asText() : node.toString()).getBytes(UTF_8);
    if (!request.path("gzip_magic").asBoolean()) {
      return plain;
    }
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }

  private static List<JsonNode> requests(String client) throws IOException {
    try (var in = CapturedClientsTest.class.getResourceAsStream("/clients/" + client + ".json")) {
      var all = Gateway.JSON.readTree(in);
      return IntStream.range(0, all.size())
          .mapToObj(all::get)
          .filter(request -> !request.path("url").asText().startsWith("/sourceConfig"))
          .toList();
    }
  }

  private static List<String> messageIds(List<JsonNode> requests) {
    return requests.stream()
        .flatMap(request -> request.path("body").findValuesAsText("messageId").stream())
        .toList();
  }
}
