package dev.warmline.functions.collect;

import static dev.warmline.functions.collect.Gateway.basic;
import static dev.warmline.functions.collect.Gateway.json;
import static dev.warmline.functions.collect.Gateway.track;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.EventJson;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a batch says for all its events counts once for each of them. */
class ContextBudgetTest {
  private static final int EVENT_BYTES = 32 * 1024;

  private final Memory memory = new Memory();
  private final Gateway gateway = new Gateway(memory);

  @Test
  void aContextThatWouldMakeHundredsOfMegabytesOfABodyIsRefusedAndNothingOfItIsStored() {
    var forty = IntStream.range(0, 40).mapToObj(i -> "x".repeat(8_000)).toList();

    var answer = send(Map.of("x", forty), 2_500);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asText()).isEqualTo("invalid_body");
    assertThat(answer.json().path("message").asText()).contains("4 MB");
    assertThat(memory.log).isEmpty();
    assertThat(memory.parked).hasSize(1);
  }

  @Test
  void anEventThatItsContextMakesTooLargeIsParkedAndItsNeighboursAreTaken() {
    var own = Map.of("context", Map.of("own", "y".repeat(8_000)));
    var large = new java.util.TreeMap<String, Object>(track("large"));
    large.putAll(own);

    var answer = batch(context(26_000), List.of(track("m-1"), large, track("m-2")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(memory.log).hasSize(2);
    assertThat(memory.reasons()).singleElement().asString().contains("32 KB", "context");
    assertThat(memory.parked.getFirst().raw()).contains("\"messageId\":\"large\"");
  }

  @Test
  void nothingIsStoredThatIsLargerThanAnEventMayBeAndUpToThatEverythingIs() {
    for (var size = 31_000; size < 33_000; size += 50) {
      batch(context(size), List.of(track("m-" + size)));
    }

    assertThat(memory.parked).isNotEmpty();
    assertThat(memory.log.values())
        .extracting(event -> EventJson.write(event).length())
        .allMatch(size -> size <= EVENT_BYTES)
        .anyMatch(size -> size > EVENT_BYTES - 100);
  }

  @Test
  void whatClientsSayOnceForAThousandEventsIsTaken() {
    assertThat(send(context(2_000), 1_000).status()).isEqualTo(200);
    assertThat(memory.log).hasSize(1_000);
  }

  private Gateway.Answer send(Map<String, Object> context, int events) {
    return batch(context, IntStream.range(0, events).mapToObj(i -> track("m-" + i)).toList());
  }

  private Gateway.Answer batch(Map<String, Object> context, List<Map<String, Object>> events) {
    var body = json(Map.of("context", context, "batch", events));
    return gateway.post("/v1/batch", body, "Authorization", basic("WK_server"));
  }

  /** A context of about so many bytes, of texts that are not cut. */
  private static Map<String, Object> context(int bytes) {
    var whole = IntStream.range(0, bytes / 1_000).mapToObj(i -> "x".repeat(995)).toList();
    return Map.of("x", whole, "rest", "y".repeat(bytes % 1_000));
  }
}
