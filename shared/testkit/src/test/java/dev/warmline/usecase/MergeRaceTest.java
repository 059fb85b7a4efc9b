package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.lead.Stage;
import dev.warmline.score.ScorecardJson;
import dev.warmline.score.Scorer;
import dev.warmline.testkit.TestEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Two profiles of one lead are active at the same moment and merge while both are scored. */
class MergeRaceTest {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final int ROUNDS = 1_000;

  @Test
  void theLeadAlwaysEndsWithTheScorecardOfTheUnionAndOneAlert() throws Exception {
    var random = new Random(20260310);
    for (var round = 0; round < ROUNDS; round++) {
      var pipeline = new MemoryPipeline();

      run(pipeline, batches(random), random);

      assertOneLeadOfTheUnion(pipeline, round);
    }
  }

  /** A device, a user and an e-mail address: no part reaches the threshold of 60 alone. */
  private static List<List<Event>> batches(Random random) {
    var events = new ArrayList<Event>();
    for (var i = 0; i < 2; i++) {
      events.add(TestEvents.page("d-" + i, "/pricing").at(at(i)).anonymous("a-1").build());
    }
    for (var i = 0; i < 3; i++) {
      events.add(TestEvents.page("u-" + i, "/pricing").at(at(i)).user("u-1").build());
    }
    events.add(TestEvents.identify("i-1").at(at(5)).user("u-1").anonymous("a-1").build());
    events.add(
        TestEvents.identify("i-2").at(at(6)).user("u-1").trait("email", "j@acme.example").build());
    events.add(
        TestEvents.event("i-3", EventType.ALIAS)
            .at(at(7))
            .user("u-1")
            .with("previousId", "u-2")
            .build());
    events.add(TestEvents.page("v-1", "/pricing").at(at(8)).user("u-2").build());
    Collections.shuffle(events, random);
    var batches = new ArrayList<List<Event>>();
    for (var event : events) {
      batches.add(List.of(event));
    }
    return batches;
  }

  private static void run(MemoryPipeline pipeline, List<List<Event>> batches, Random random)
      throws InterruptedException {
    var work = new ArrayList<Callable<Void>>();
    for (var batch : batches) {
      work.add(
          () -> {
            pipeline.append(batch);
            pipeline.scoreUntilDone(batch, NOW);
            return null;
          });
    }
    Collections.shuffle(work, random);
    try (var executor = Executors.newFixedThreadPool(4)) {
      executor.invokeAll(work).forEach(done -> assertThat(done).isDone());
    }
    pipeline.sendAll(NOW);
  }

  private static void assertOneLeadOfTheUnion(MemoryPipeline pipeline, int round) {
    var living = pipeline.leads.all().stream().filter(lead -> !lead.isTombstone()).toList();
    assertThat(living).as("round %d", round).hasSize(1);
    var lead = living.getFirst();
    assertThat(lead.identity().persons()).hasSize(3);
    var union = Scorer.score(pipeline.log.all(), pipeline.model(), NOW);
    assertThat(lead.card().scorecard()).isEqualTo(ScorecardJson.summary(lead.id().value(), union));
    assertThat(lead.stage()).isEqualTo(Stage.MQL);
    assertThat(pipeline.publisher.published()).as("round %d", round).hasSize(1);
  }

  private static String at(int minute) {
    return "2026-03-10T09:0" + minute + ":00Z";
  }
}
