package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two copies of the product see the same traffic; one of them never uses a checkpoint. */
class CheckpointTest {
  private static final int ROUNDS = 1_000;
  private static final int MOST_EVENTS = 40;

  @Test
  void aLeadWrittenByTheCheckpointIsTheOneWrittenFromTheWholeLog() {
    for (var round = 0; round < ROUNDS; round++) {
      var traffic = new RandomTraffic(round);
      var model = MemoryPipeline.model(traffic.model());
      var remembering = new MemoryPipeline(model, false);
      var forgetful = new MemoryPipeline(model, true);
      var now = RandomTraffic.START;

      for (var batch : traffic.batches(MOST_EVENTS)) {
        now = later(now, batch).plusSeconds(traffic.next(7_200));
        for (var pipeline : List.of(remembering, forgetful)) {
          pipeline.append(batch);
          pipeline.scoreUntilDone(batch, now);
          pipeline.tickClock.tick("test", now, 100, Set.of());
        }
        assertThat(leads(remembering)).as("round %d", round).isEqualTo(leads(forgetful));
      }
    }
  }

  private static Instant later(Instant instant, List<Event> events) {
    return events.stream().map(Event::receivedAt).reduce(instant, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** When nothing differs but the instant, one of them may have had no reason to write. */
  private static List<String> leads(MemoryPipeline pipeline) {
    return pipeline.leads.all().stream()
        .map(
            lead ->
                lead.with(lead.card().withCheckpoint(Optional.empty())).withVersion(0).toString())
        .map(text -> text.replaceFirst("\"asOf\":\"[^\"]*\",", ""))
        .sorted()
        .toList();
  }
}
