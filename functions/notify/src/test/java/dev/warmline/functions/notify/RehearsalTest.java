package dev.warmline.functions.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.priming.HarmlessTables;
import dev.warmline.testkit.Threads;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final NotifyEnvironment ENVIRONMENT =
      new NotifyEnvironment("leads", "models", "secret", "warmline");

  private final HarmlessTables tables = new HarmlessTables(Optional.empty());

  @Test
  void theRehearsedAlertIsPosted() {
    NotifyHandler.rehearsal(ENVIRONMENT).run(tables);

    assertThat(tables.itemsOf("leads")).anyMatch(it -> it.containsKey("done"));
  }

  @Test
  void nothingOfItRunsOnInTheSnapshot() {
    var rehearsal = NotifyHandler.rehearsal(ENVIRONMENT);

    assertThat(Threads.leftBy(() -> rehearsal.run(tables))).isEmpty();
  }
}
