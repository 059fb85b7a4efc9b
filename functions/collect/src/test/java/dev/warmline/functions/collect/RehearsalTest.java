package dev.warmline.functions.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.priming.HarmlessTables;
import dev.warmline.testkit.Threads;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final CollectEnvironment ENVIRONMENT =
      new CollectEnvironment("events", "leads", "parked", "models");

  private final HarmlessTables tables = new HarmlessTables(Optional.empty());

  @Test
  void bothRehearsedEventsAreStored() {
    CollectHandler.rehearsal(ENVIRONMENT).run(tables);

    assertThat(tables.itemsOf("events")).hasSize(2);
    assertThat(tables.itemsOf("parked")).isEmpty();
  }

  @Test
  void nothingOfItRunsOnInTheSnapshot() {
    var rehearsal = CollectHandler.rehearsal(ENVIRONMENT);

    assertThat(Threads.leftBy(() -> rehearsal.run(tables))).isEmpty();
  }
}
