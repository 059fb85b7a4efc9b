package dev.warmline.functions.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.priming.HarmlessTables;
import dev.warmline.testkit.Threads;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final DetectEnvironment ENVIRONMENT =
      new DetectEnvironment("leads", "parked", "topic", "none");

  private final HarmlessTables tables = new HarmlessTables(Optional.empty());

  @Test
  void theRehearsedAlertIsSent() {
    DetectHandler.rehearsal(ENVIRONMENT).run(tables);

    assertThat(tables.itemsOf("leads")).anyMatch(it -> it.toString().contains("sent"));
    assertThat(tables.itemsOf("parked"))
        .as("the count of a second is there, no poison")
        .hasSize(1)
        .noneMatch(it -> it.toString().contains(Schema.PARKED));
  }

  @Test
  void nothingOfItRunsOnInTheSnapshot() {
    var rehearsal = DetectHandler.rehearsal(ENVIRONMENT);

    assertThat(Threads.leftBy(() -> rehearsal.run(tables))).isEmpty();
  }
}
