package dev.warmline.functions.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long the largest batch takes without a store: far below the time limit of a request. */
class IngestSpeedTest {

  @Test
  void theLargestBatchIsDecodedAndNormalisedInFarLessThanASecond() {
    var gateway = new Gateway(new Memory());
    var events =
        IntStream.range(0, 2_500)
            .mapToObj(
                i ->
                    Map.of(
                        "type",
                        "track",
                        "event",
                        "E",
                        "userId",
                        "u" + i % 50,
                        "messageId",
                        "message-" + i,
                        "timestamp",
                        "2026-11-22T07:00:00.000Z"))
            .toList();
    var body = Gateway.json(Map.of("batch", events, "writeKey", "WK_server"));

    for (var round = 1; round <= 5; round++) {
      var start = System.nanoTime();
      var status = gateway.post("/v1/batch", body).status();
      var took = Duration.ofNanos(System.nanoTime() - start);
      System.out.printf(
          "2500 events, %d bytes, round %d: %d ms%n", body.length(), round, took.toMillis());
      assertThat(status).isEqualTo(200);
      assertThat(took).isLessThan(Duration.ofSeconds(10));
    }
  }
}
