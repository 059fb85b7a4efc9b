package dev.warmline.functions.collect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each bad input gets, and that its neighbours are kept. */
class BadInputTest {
  private static final String KEY = Gateway.basic("WK_server");
  private static final String GOOD =
      "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u1\",\"messageId\":\"good\"}";

  private final Memory memory = new Memory();
  private final Gateway gateway = new Gateway(memory);

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no", "[]", "{", "{} {}", "{\"batch\":[}", "null", "\"x\"", "{\"a\":}"})
  void whatIsNotJsonIsRefusedAndParked(String body) {
    var answer = gateway.post("/v1/batch", body, "Authorization", KEY);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("success").asBoolean(true)).isFalse();
    assertThat(answer.json().path("error").asText()).contains("JSON");
    assertThat(memory.parked).hasSize(1);
    assertThat(memory.log).isEmpty();
  }

  @Test
  void aGzipBombIsRefusedWhileInflating() throws IOException {
    var answer =
        gateway.call(
            "POST", "/v1/batch", List.of("authorization", KEY), gzip(new byte[50_000_000]));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("500 KB");
  }

  @Test
  void gzipThatBreaksOffIsRefused() throws IOException {
    var whole = gzip(GOOD.getBytes(ISO_8859_1));
    var half = Arrays.copyOf(whole, whole.length / 2);

    assertThat(gateway.call("POST", "/v1/track", List.of("authorization", KEY), half).status())
        .isEqualTo(400);
  }

  @Test
  void anEventOfThirtyThreeKilobytesIsParkedAndItsNeighboursKept() {
    var large = "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"" + "x".repeat(33 * 1024) + "\"}";

    batch(large);

    assertParkedBeside("32 KB");
  }

  @Test
  void anEventOfThirtyThreeKilobytesOnItsOwnIsRefusedAndParked() {
    var body = "{\"userId\":\"u\",\"event\":\"" + "x".repeat(33 * 1024) + "\"}";

    var answer = gateway.post("/v1/track", body, "Authorization", KEY);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("32 KB");
    assertThat(memory.parked).hasSize(1);
  }

  @Test
  void twoThousandFiveHundredEventsAreTakenAndOneMoreIsRefused() {
    assertThat(many(2_500).status()).isEqualTo(200);
    assertThat(memory.log).hasSize(2_500);

    var refused = many(2_501);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("2500 events");
    assertThat(memory.log).hasSize(2_500);
  }

  @Test
  void aBodyOverFiveHundredKilobytesIsRefused() {
    var answer = gateway.post("/v1/batch", " ".repeat(500 * 1024) + "{}", "Authorization", KEY);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("500 KB");
  }

  @Test
  void anUnknownOrMissingKeyIsRefusedAndNothingIsKept() {
    assertThat(gateway.post("/v1/batch", GOOD, "Authorization", Gateway.basic("x")).status())
        .isEqualTo(401);
    assertThat(gateway.post("/v1/batch", GOOD).status()).isEqualTo(401);
    assertThat(gateway.post("/v1/batch", "no", "Authorization", "Basic %%%").status())
        .isEqualTo(400);
    assertThat(memory.log).isEmpty();
    assertThat(memory.parked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"userId\":null}", "{\"userId\":\"\",\"anonymousId\":\"undefined\"}"})
  void anEventOfNobodyIsParked(String ids) {
    batch("{\"type\":\"page\"," + ids.substring(1).replaceFirst("^}", "\"x\":1}"));

    assertParkedBeside("names nobody");
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 1_000, 200_000})
  void nestingIsBoundedAndCostsNoNeighbour(int depth) {
    var nested = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);

    var answer = batch("{\"type\":\"page\",\"userId\":\"u\",\"properties\":" + nested + "}");

    if (depth > 100_000) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("500 KB");
    } else if (depth > 15) {
      assertParkedBeside("nested deeper");
    } else {
      assertThat(memory.log).hasSize(2);
    }
  }

  @Test
  void arraysNestedUpToTheLimitOfABodyAreParked() {
    var depth = 240_000;

    batch("{\"type\":\"page\",\"properties\":" + "[".repeat(depth) + "]".repeat(depth) + "}");

    assertParkedBeside("32 KB");
  }

  @Test
  void invalidUtf8IsParkedAndItsNeighboursKept() {
    var bad = "{\"type\":\"page\",\"userId\":\"u\",\"name\":\"Caf\u00e9\"}";
    var body = "{\"batch\":[" + GOOD + "," + bad + "]}";

    var answer =
        gateway.call("POST", "/v1/batch", List.of("authorization", KEY), body.getBytes(ISO_8859_1));

    assertThat(answer.status()).isEqualTo(200);
    assertParkedBeside("not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"userId\":{}", "\"userId\":true", "\"anonymousId\":[1]", "\"messageId\":{}",
        "\"event\":[]", "\"type\":7", "\"type\":\"nonsense\"", "\"properties\":\"x\"",
        "\"properties\":[1]", "\"traits\":5", "\"context\":true", "\"timestamp\":\"soon\"",
        "\"timestamp\":{}", "\"groupId\":{}", "\"previousId\":[]", "\"name\":{}",
        "\"email\":{}"
      })
  void aWrongTypeInAFieldIsParkedWithTheNameOfTheField(String field) {
    batch("{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u1\"," + field + "}");

    assertParkedBeside(field.substring(1, field.indexOf('"', 1)));
    assertThat(memory.parked.getFirst().source()).isEqualTo("backend");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"properties\":[]",
        "\"traits\":null",
        "\"context\":[]",
        "\"integrations\":5",
        "\"sentAt\":{}",
        "\"sentAt\":\"x\"",
        "\"userId\":42",
        "\"messageId\":7",
        "\"name\":5",
        "\"timestamp\":null",
        "\"timestamp\":1795288343800",
        "\"x\":{\"y\":[null]}",
        "\"userId\":\"a\",\"userId\":\"b\"",
        "\"timestamp\":\"2026-11-21T10:00:00+0100\"",
        "\"timestamp\":\"0001-01-01T00:00:00Z\"",
        "\"timestamp\":\"9999-12-31T00:00:00Z\""
      })
  void whatHasAnObviousMeaningIsTaken(String field) {
    batch("{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u1\"," + field + "}");

    assertThat(memory.parked).isEmpty();
    assertThat(memory.log).hasSize(2);
    assertThat(memory.log.values())
        .allSatisfy(e -> assertThat(e.occurredAt()).isBeforeOrEqualTo(e.receivedAt()));
  }

  @Test
  void aNumberThatNoDoubleHoldsIsParked() {
    batch("{\"type\":\"page\",\"userId\":\"u1\",\"properties\":{\"n\":1e999}}");

    assertParkedBeside("too large");
  }

  @Test
  void anEventWithoutATypeIsParked() {
    batch("{\"userId\":\"u1\"}");

    assertParkedBeside("type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "\"x\"", "[]", "true"})
  void whatIsNoObjectInABatchIsParked(String element) {
    batch(element);

    assertParkedBeside("JSON object");
  }

  @Test
  void overLongIdsAreParked() {
    batch("{\"type\":\"page\",\"userId\":\"u\",\"messageId\":\"" + "m".repeat(101) + "\"}");

    assertParkedBeside("messageId is over 100 characters");
  }

  @Test
  void halfOfASurrogatePairIsReplaced() {
    batch("{\"type\":\"page\",\"userId\":\"u\",\"name\":\"a\\ud83d\"}");

    assertThat(memory.log.values()).anyMatch(e -> e.text("name").equals(Optional.of("a\uFFFD")));
  }

  private Gateway.Answer batch(String bad) {
    return gateway.post(
        "/v1/batch", "{\"batch\":[" + bad + "," + GOOD + "]}", "Authorization", KEY);
  }

  private Gateway.Answer many(int count) {
    var events = IntStream.range(0, count).mapToObj(i -> Gateway.track("m" + i)).toList();
    return gateway.post("/v1/batch", Gateway.json(Map.of("batch", events)), "Authorization", KEY);
  }

  private void assertParkedBeside(String reason) {
    assertThat(memory.event().id()).isEqualTo("good");
    assertThat(memory.reasons()).singleElement().asString().contains(reason);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }
}
