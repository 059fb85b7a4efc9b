package dev.warmline.functions.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the stock browser clients ask for before, around and between their events. */
class BrowserClientsTest {
  private static final String ORIGIN = "https://shop.example";

  private final Memory memory = new Memory();
  private final Gateway gateway = new Gateway(memory);

  /** The headers that each client's newest version adds; the client matrix holds the file. */
  static List<JsonNode> clients() throws IOException {
    try (var in = BrowserClientsTest.class.getResourceAsStream("/clients/preflight-headers.json")) {
      return StreamSupport.stream(Gateway.JSON.readTree(in).spliterator(), false).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void everyHeaderThatAClientAddsIsAllowedByName(JsonNode client) {
    var answer = gateway.call("OPTIONS", "/v1/batch", List.of("Origin", ORIGIN), new byte[0]);

    var allowed = Arrays.asList(answer.header("Access-Control-Allow-Headers").split(", "));
    assertThat(client.path("headers"))
        .isNotEmpty()
        .allSatisfy(header -> assertThat(allowed).contains(header.asText()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sourceConfig?writeKey=WK_test", "/sourceConfig/?writeKey=WK_test"})
  void rudderStacksClientGetsASourceWithoutDestinations(String address) {
    var answer = gateway.get(address, "Origin", ORIGIN);

    var source = answer.json().path("source");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(source.path("id").asText()).isEqualTo("warmline");
    assertThat(source.path("enabled").asBoolean()).isTrue();
    assertThat(source.path("destinations").isArray()).isTrue();
    assertThat(source.path("destinations")).isEmpty();
    assertThat(source.at("/config/statsCollection/errors/enabled").asBoolean(true)).isFalse();
    assertThat(source.at("/config/statsCollection/metrics/enabled").asBoolean(true)).isFalse();
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
  }

  @Test
  void thePastedSnippetGetsTheStockClient() throws IOException {
    var answer =
        gateway.get("/analytics.js/v1/WK_test/analytics.min.js", "Accept-Encoding", "gzip, br");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(answer.header("Cache-Control")).contains("public");
    var zipped = Base64.getDecoder().decode(answer.body());
    try (var script = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      assertThat(new String(script.readAllBytes(), UTF_8)).contains("analytics-next/bundles");
    }
  }

  @Test
  void whoDoesNotTakeGzipGetsThePlainScript() {
    var answer = gateway.get("/analytics-next/bundles/" + chunk());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().has("Content-Encoding")).isFalse();
    assertThat(new String(Base64.getDecoder().decode(answer.body()), UTF_8)).contains("webpack");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/analytics-next/bundles/none.js",
        "/analytics-next/bundles/..%2fstandalone.js",
        "/analytics.js/v1/WK_test/other.js"
      })
  void otherScriptsAreNotThere(String address) {
    assertThat(gateway.get(address).status()).isEqualTo(404);
  }

  @Test
  void jitsusClientPostsToItsOwnAddressesWithItsKeyInAHeader() {
    var answer =
        gateway.post(
            "/api/s/track",
            "{\"type\":\"track\",\"event\":\"E\",\"anonymousId\":\"a1\",\"messageId\":\"m\"}",
            "X-Write-Key",
            "WK_test");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(memory.event().source()).isEqualTo("website");
  }

  private static String chunk() {
    return "queryString.bundle.34b193ada8fe288d1bd1.js";
  }
}
