package dev.warmline.functions.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client writes that is not quite JSON, or not quite text, costs no neighbour. */
class BadNeighboursTest {
  private static final String KEY = Gateway.basic("WK_server");
  private static final String GOOD =
      "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u1\",\"messageId\":\"good\"}";

  private final Memory memory = new Memory();
  private final Gateway gateway = new Gateway(memory);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"properties\":{\"\\ud83d\":1}",
        "\"properties\":{\"a\\udc00b\":1}",
        "\"\\ud800\":1",
        "\"traits\":{\"x\":{\"\\udfff\\ud800\":[]}}",
        "\"name\":\"\\udc00\\ud800\"",
        "\"userId\":\"\\ud800x\"",
        "\"messageId\":\"\\udc00\""
      })
  void halfOfAPairIsReplacedWhereverItStands(String field) {
    batch(field);

    assertThat(memory.parked).isEmpty();
    assertThat(memory.log).hasSize(2);
    assertThat(memory.log.values())
        .noneMatch(e -> e.json().toString().chars().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud83d\\ude00", "\ud83d\ude00"})
  void aWholePairInAKeyIsKept(String smile) {
    batch("\"properties\":{\"" + smile + "\":1}");

    assertThat(memory.log.values()).anyMatch(e -> e.json().path("properties").has("\ud83d\ude00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
  void whatPythonWritesForNoNumberIsNull(String value) {
    batch("\"messageId\":\"odd\",\"properties\":{\"value\":" + value + ",\"n\":1}");

    assertThat(memory.parked).isEmpty();
    assertThat(memory.event("odd").json().at("/properties/value").isNull()).isTrue();
    assertThat(memory.event("odd").json().at("/properties/n").asInt()).isEqualTo(1);
  }

  @Test
  void aLineBreakWithinATextIsKept() {
    batch("\"messageId\":\"odd\",\"name\":\"one\ntwo\tthree\"");

    assertThat(memory.event("odd").text("name")).contains("one\ntwo\tthree");
  }

  @ParameterizedTest
  @CsvSource({
    "1795600000.5, 2026-11-25T09:46:40.500Z",
    "1772357400, 2026-03-01T09:30:00Z",
    "1772357400000, 2026-03-01T09:30:00Z",
    "1.7723574e9, 2026-03-01T09:30:00Z",
    "1772357400000.0, 2026-03-01T09:30:00Z"
  })
  void aTimestampMayBeANumberOfAnyNotation(String number, String instant) {
    gateway.at(Instant.parse("2026-12-01T00:00:00Z"));
    batch("\"messageId\":\"odd\",\"timestamp\":" + number);

    assertThat(memory.event("odd").occurredAt()).isEqualTo(instant);
  }

  @ParameterizedTest
  @CsvSource({
    "42, 42",
    "42.0, 42",
    "4.2e1, 42",
    "1e21, 1000000000000000000000",
    "1000000000000000000000, 1000000000000000000000",
    "12345678901234567890123, 12345678901234567890123",
    "0.5, 0.5"
  })
  void aNumberAsAnIdIsReadInOneWay(String number, String id) {
    batch("\"userId\":" + number);

    assertThat(memory.log.values()).anyMatch(e -> e.text("userId").filter(id::equals).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/batch, 400, invalid_body",
    "POST, /nowhere, 404, not_found",
    "GET, /v1/track, 405, method_not_allowed"
  })
  void aRefusalHasACodeAndAMessage(String method, String path, int status, String code) {
    var answer = gateway.call(method, path, List.of("Authorization", KEY), "no".getBytes(UTF_8));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
    assertThat(answer.json().path("message").asText())
        .isNotEmpty()
        .isEqualTo(answer.json().path("error").asText());
  }

  @ParameterizedTest
  @CsvSource({"WK_nobody, 401, unknown_key", "WK_shop, 403, forbidden_origin"})
  void aRefusedKeyHasACodeAndAMessage(String key, int status, String code) {
    var answer = gateway.post("/v1/track", GOOD, "Authorization", Gateway.basic(key));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
    assertThat(answer.json().path("message").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/track", "/api/s/track", "/v1/pixel/track"})
  void whatIsParkedFromAnAddressOfOneTypeSaysItsTypeItself(String path) {
    if (path.contains("pixel")) {
      gateway.get(path + "?writeKey=WK_test&event=E");
    } else {
      gateway.post(path, "{\"event\":\"E\"}", "Authorization", KEY);
    }

    assertThat(memory.reasons()).singleElement().asString().contains("names nobody");
    assertThat(memory.parked.getFirst().raw()).contains("\"type\":\"track\"");
  }

  private void batch(String field) {
    var odd = "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u1\"," + field + "}";
    var answer =
        gateway.post("/v1/batch", "{\"batch\":[" + odd + "," + GOOD + "]}", "Authorization", KEY);
    assertThat(answer.status()).isEqualTo(200);
  }
}
