package dev.warmline.functions.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.priming.HarmlessTables;
import dev.warmline.testkit.Threads;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RehearsalTest {
  private static final TableNames NAMES = TableNames.withPrefix("rehearsal");

  private final HarmlessTables tables = new HarmlessTables(Optional.empty());

  @Test
  void theRehearsedLeadIsAccepted() {
    DeskRehearsal.of(NAMES).run(tables);

    assertThat(tables.itemsOf(NAMES.leads()))
        .filteredOn(item -> item.containsKey(Schema.STAGE))
        .allSatisfy(
            item -> assertThat(item).containsEntry(Schema.STAGE, AttributeValue.fromS("SAL")))
        .hasSize(1);
    assertThat(tables.itemsOf(NAMES.events())).hasSize(2);
  }

  @Test
  void nothingOfItRunsOnInTheSnapshot() {
    var rehearsal = DeskRehearsal.of(NAMES);

    assertThat(Threads.leftBy(() -> rehearsal.run(tables))).isEmpty();
  }
}
