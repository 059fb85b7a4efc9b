package dev.warmline.functions.collect;

import static dev.warmline.functions.collect.Gateway.basic;
import static dev.warmline.functions.collect.Gateway.json;
import static dev.warmline.functions.collect.Gateway.track;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The source {@code small} may send five events a day. */
class DailyLimitTest {
  private final Memory memory = new Memory();
  private final Gateway gateway = new Gateway(memory);

  @Test
  void upToTheLimitEverythingIsTaken() {
    assertThat(send(1, 5).status()).isEqualTo(200);
    assertThat(memory.log).hasSize(5);
  }

  @Test
  void aRequestBeyondTheLimitIsPutOffAndNothingOfItIsKept() {
    send(1, 4);
    gateway.at(Instant.parse("2026-11-22T08:00:00Z"));

    var answer = send(5, 2);

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("3600");
    assertThat(answer.header("Access-Control-Expose-Headers")).isEqualTo("Retry-After");
    assertThat(answer.json().path("success").asBoolean(true)).isFalse();
    assertThat(memory.log).hasSize(4);
    assertThat(memory.parked).isEmpty();
  }

  @Test
  void nearMidnightTheClientWaitsOnlyUntilTheNextDayWhichStartsAfresh() {
    gateway.at(Instant.parse("2026-11-22T23:59:49.500Z"));
    send(1, 5);

    var answer = send(6, 1);
    gateway.at(Instant.parse("2026-11-23T00:00:00.500Z"));

    assertThat(answer.header("Retry-After")).isEqualTo("11");
    assertThat(send(6, 1).status()).isEqualTo(200);
  }

  @Test
  void bodiesThatAreRefusedCountAndAreNotParkedBeyondTheLimit() {
    for (var i = 0; i < 7; i++) {
      gateway.post("/v1/track", "not json " + i, "Authorization", basic("WK_small"));
    }

    assertThat(memory.parked).hasSize(5);
    assertThat(gateway.post("/v1/track", "no", "Authorization", basic("WK_small")).status())
        .isEqualTo(429);
  }

  @Test
  void aRequestThatIsMoreThanAWholeDayIsRefusedInsteadOfPutOffForEver() {
    var answer = send(1, 6);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Retry-After")).isEmpty();
    assertThat(answer.json().path("message").asText())
        .contains("6 events", "5 events and 20 KB in a whole day");
    assertThat(memory.log).isEmpty();
    assertThat(send(1, 5).status()).isEqualTo(200);
  }

  @Test
  void kilobytesAreCountedAsTheyAreStoredWhateverTheBodyIsLike() {
    var large = Map.of("context", Map.of("x", "y".repeat(7_000)), "batch", List.of(track("m-1")));

    var statuses = new ArrayList<Integer>();
    for (var i = 0; i < 3; i++) {
      statuses.add(
          gateway.post("/v1/batch", json(large), "Authorization", basic("WK_small")).status());
    }

    assertThat(statuses).containsExactly(200, 200, 429);
  }

  @Test
  void otherSourcesHaveNoLimit() {
    send(1, 5);

    var body = json(Map.of("batch", List.of(track("x-1"))));
    assertThat(gateway.post("/v1/batch", body, "Authorization", basic("WK_test")).status())
        .isEqualTo(200);
  }

  private Gateway.Answer send(int first, int count) {
    var batch = IntStream.range(first, first + count).mapToObj(i -> track("m-" + i)).toList();
    return gateway.post(
        "/v1/batch", json(Map.of("batch", batch)), "Authorization", basic("WK_small"));
  }
}
