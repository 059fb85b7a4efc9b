package dev.warmline.functions.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.priming.HarmlessTables;
import dev.warmline.testkit.Threads;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final ScoreEnvironment ENVIRONMENT =
      new ScoreEnvironment(TableNames.withPrefix("t"));

  private final HarmlessTables tables = new HarmlessTables(Optional.empty());

  @Test
  void theRehearsedLeadBecomesMql() {
    ScoreHandler.rehearsal(ENVIRONMENT).run(tables);

    assertThat(tables.itemsOf("t-leads")).anyMatch(it -> it.toString().contains("S=MQL"));
    assertThat(tables.itemsOf("t-parked")).isEmpty();
  }

  @Test
  void aColleagueGetsIt() {
    ScoreHandler.rehearsal(ENVIRONMENT).run(tables);

    assertThat(tables.itemsOf("t-leads"))
        .anyMatch(it -> it.toString().contains(Schema.QUEUE + "#sales"));
  }

  @Test
  void nothingOfItRunsOnInTheSnapshot() {
    var rehearsal = ScoreHandler.rehearsal(ENVIRONMENT);

    assertThat(Threads.leftBy(() -> rehearsal.run(tables))).isEmpty();
  }
}
