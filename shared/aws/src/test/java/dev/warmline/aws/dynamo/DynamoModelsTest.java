package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.Models;
import dev.warmline.testkit.ModelsContract;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DynamoModelsTest extends ModelsContract {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final TableNames tables = LocalDynamo.freshTables();
  private final DynamoModels models = new DynamoModels(LocalDynamo.client(), tables.models());
  private final ModelPublisher publisher =
      new ModelPublisher(LocalDynamo.client(), tables.models());

  @Override
  protected Models models() {
    return models;
  }

  @Override
  protected void publish(ObjectNode source, boolean silent) {
    publisher.publish(source, silent);
  }

  @Test
  void aModelPublishedAgainKeepsItsVersionAndAChangedOneGetsTheNext() {
    publisher.publish(named("b2b"), false);
    var changed = publisher.publish(named("b2b").put("note", "stricter"), false);
    var rollback = publisher.publish(named("b2b"), false);

    assertThat(changed.version()).isEqualTo(2);
    assertThat(rollback).isEqualTo(new ModelPublisher.Published(3, "b2b", 1));
  }

  @Test
  void afterALossOfTheTableAnotherPublicationOfTheSameNumberIsAnother() {
    publisher.publish(named("b2b"), false);
    models.current(NOON);
    loseTheTable();
    publisher.publish(named("b2b").put("time-zone", "Asia/Tokyo"), false);

    var current = models.current(NOON.plusSeconds(10));

    assertThat(current.number()).isEqualTo(1);
    assertThat(current.model().source().path("time-zone").asText()).isEqualTo("Asia/Tokyo");
  }

  @Test
  void afterALossOfTheTableTheNewestPublicationSeenStays() {
    publisher.publish(named("b2b"), false);
    publisher.publish(named("b2b-strict"), false);
    models.current(NOON);
    loseTheTable();
    publisher.publish(named("b2b"), false);

    assertThat(models.current(NOON.plusSeconds(10)).number()).isEqualTo(2);
  }

  @Test
  void aPublicationWrittenBeforeTheyHadDigestsStaysInForce() {
    publisher.publish(named("b2b"), false);
    LocalDynamo.client()
        .updateItem(
            update ->
                update
                    .tableName(tables.models())
                    .key(Keys.currentPublication())
                    .updateExpression("REMOVE " + Schema.DIGEST));

    var first = models.current(NOON);
    var later = models.current(NOON.plusSeconds(10));

    assertThat(first.model().name()).isEqualTo("b2b");
    assertThat(later.model()).isSameAs(first.model());
  }

  private void loseTheTable() {
    LocalDynamo.client().deleteTable(table -> table.tableName(tables.models()));
    Tables.create(LocalDynamo.client(), tables);
  }
}
