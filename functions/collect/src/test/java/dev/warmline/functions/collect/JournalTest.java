package dev.warmline.functions.collect;

import static dev.warmline.functions.collect.Gateway.basic;
import static dev.warmline.functions.collect.Gateway.json;
import static dev.warmline.functions.collect.Gateway.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an engineer on call sees of collect, and what can never be seen there. */
class JournalTest {
  private final Memory memory = new Memory();
  private final Gateway gateway = new Gateway(memory);

  @Test
  void acceptedRepeatedAndParkedEventsAreCountedPerSource() {
    post("WK_test", track("m-1"));

    post("WK_test", track("m-1"), track("m-2"), Map.of("type", "dance"), track("m-3"));

    var counts = line("EventsStored");
    assertThat(counts.path("Source").asText()).isEqualTo("website");
    assertThat(counts.path("Function").asText()).isEqualTo("collect");
    assertThat(counts.path("EventsStored").asInt()).isEqualTo(2);
    assertThat(counts.path("EventsRepeated").asInt()).isEqualTo(1);
    assertThat(counts.path("EventsParked").asInt()).isEqualTo(1);
    assertThat(line("level").path("message").asText()).isEqualTo("parked");
    assertThat(line("level").path("events").asInt()).isEqualTo(1);
    assertThat(line("ParkedShare").path("ParkedShare").asInt()).isEqualTo(25);
    assertThat(counts.at("/_aws/CloudWatchMetrics/0/Dimensions").toString())
        .isEqualTo("[[\"Function\"],[\"Function\",\"Source\"]]");
  }

  @Test
  void anUnknownKeyIsCountedAndNeverWritten() {
    post("WK_wrong_key", track("m-1"));

    assertThat(line("RequestsRefused").path("Source").asText()).isEqualTo("unknown");
    assertThat(line("status").path("status").asText()).isEqualTo("UNKNOWN_KEY");
    assertThat(gateway.lines).noneMatch(line -> line.contains("WK_wrong_key"));
  }

  @Test
  void aStoreThatIsDownIsAnErrorWithTheRequestAndWithoutTheKey() {
    memory.isDown = true;

    var answer = post("WK_test", track("m-1"));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(line("RequestsUnavailable").path("RequestsUnavailable").asInt()).isEqualTo(1);
    var error = line("level");
    assertThat(error.path("level").asText()).isEqualTo("ERROR");
    assertThat(error.path("source").asText()).isEqualTo("website");
    assertThat(error.path("requestId").asText()).isEqualTo("r-1");
    assertThat(gateway.lines).noneMatch(line -> line.contains("WK_test"));
  }

  @Test
  void aDailyLimitThatIsReachedIsTold() {
    post("WK_small", IntStream.range(0, 5).mapToObj(i -> track("m-" + i)).toArray());
    post("WK_small", track("m-6"));

    assertThat(line("RequestsOverLimit").path("Source").asText()).isEqualTo("small");
    assertThat(line("level").path("message").asText()).isEqualTo("daily limit reached");
  }

  @Test
  void anEventTheStoreRefusesIsParkedAndItsNeighboursAreKept() {
    memory.refused = "m-2";

    var answer = post("WK_test", track("m-1"), track("m-2"), track("m-3"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(memory.log).hasSize(2);
    assertThat(memory.reasons()).containsExactly("the log refuses this event: send less in it");
    assertThat(line("EventsParked").path("EventsParked").asInt()).isEqualTo(1);
  }

  @Test
  void aRequestWhoseTimeHasRunOutIsToBeSentAgainWhateverIsInIt() {
    var late = new Gateway(memory, received -> () -> true);
    var bad = IntStream.range(0, 50).mapToObj(i -> Map.of("type", "dance " + i)).toArray();

    var answer = late.post("/v1/batch", batch(bad), "Authorization", basic("WK_test"));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(memory.parked).isEmpty();
  }

  private Gateway.Answer post(String key, Object... events) {
    return gateway.post("/v1/batch", batch(events), "Authorization", basic(key));
  }

  private static String batch(Object... events) {
    return json(Map.of("batch", List.of(events)));
  }

  /** The newest line with this key. */
  private JsonNode line(String key) {
    return gateway.lines.reversed().stream()
        .map(JournalTest::parse)
        .filter(line -> line.has(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + key + " in " + gateway.lines));
  }

  private static JsonNode parse(String line) {
    try {
      return Gateway.JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
