package dev.warmline.functions.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.priming.HarmlessTables;
import dev.warmline.testkit.Threads;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final ClockEnvironment ENVIRONMENT =
      new ClockEnvironment(TableNames.withPrefix("t"), "topic", "none");

  private final HarmlessTables tables = new HarmlessTables(Optional.empty());

  @Test
  void theRehearsedTickParksNothing() {
    ClockHandler.rehearsal(ENVIRONMENT).run(tables);

    assertThat(tables.itemsOf("t-models")).isNotEmpty();
    assertThat(tables.itemsOf("t-parked")).isEmpty();
  }

  @Test
  void nothingOfItRunsOnInTheSnapshot() {
    var rehearsal = ClockHandler.rehearsal(ENVIRONMENT);

    assertThat(Threads.leftBy(() -> rehearsal.run(tables))).isEmpty();
  }
}
