package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.ModelPublisher.Quiet;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.rule.Models;
import dev.warmline.testkit.ModelsContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DynamoModelsTest extends ModelsContract {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final TableNames tables = LocalDynamo.freshTables();
  private final List<String> log = new ArrayList<>();
  private final DynamoModels models = started();
  private final ModelPublisher publisher =
      new ModelPublisher(LocalDynamo.client(), tables.models());

  @Override
  protected Models models() {
    return models;
  }

  @Override
  protected void publish(ObjectNode source, Optional<Instant> quietBefore) {
    publisher.publish(
        source,
        quietBefore.isPresent() ? Quiet.FROM_NOW : Quiet.KEEP,
        quietBefore.orElse(Instant.EPOCH));
  }

  @Test
  void aModelPublishedAgainKeepsItsVersionAndAChangedOneGetsTheNext() {
    publisher.publish(named("b2b"), Quiet.KEEP, NOON);
    var changed = publisher.publish(named("b2b").put("note", "stricter"), Quiet.KEEP, NOON);
    var rollback = publisher.publish(named("b2b"), Quiet.KEEP, NOON);

    assertThat(changed.version()).isEqualTo(2);
    assertThat(rollback).isEqualTo(new ModelPublisher.Published(3, "b2b", 1));
  }

  @Test
  void afterALossOfTheTableAnotherPublicationOfTheSameNumberIsAnother() {
    publisher.publish(named("b2b"), Quiet.KEEP, NOON);
    models.current(NOON);
    loseTheTable();
    publisher.publish(named("b2b").put("time-zone", "Asia/Tokyo"), Quiet.KEEP, NOON);

    var current = models.current(NOON.plusSeconds(10));

    assertThat(current.number()).isEqualTo(1);
    assertThat(current.model().source().path("time-zone").asText()).isEqualTo("Asia/Tokyo");
  }

  @Test
  void afterALossOfTheTableTheNewestPublicationSeenStays() {
    publisher.publish(named("b2b"), Quiet.KEEP, NOON);
    publisher.publish(named("b2b-strict"), Quiet.KEEP, NOON);
    models.current(NOON);
    loseTheTable();
    publisher.publish(named("b2b"), Quiet.KEEP, NOON);

    assertThat(models.current(NOON.plusSeconds(10)).number()).isEqualTo(2);
  }

  @Test
  void aPublicationWrittenBeforeTheyHadDigestsStaysInForce() {
    publisher.publish(named("b2b"), Quiet.KEEP, NOON);
    LocalDynamo.client()
        .updateItem(
            update ->
                update
                    .tableName(tables.models())
                    .key(Keys.currentPublication())
                    .updateExpression("REMOVE " + ModelsSchema.DIGEST));

    var first = models.current(NOON);
    var later = models.current(NOON.plusSeconds(10));

    assertThat(first.model().name()).isEqualTo("b2b");
    assertThat(later.model()).isSameAs(first.model());
  }

  @Test
  void aPublicationThatThisVersionCannotReadLeavesTheLastOneInForceAndIsNoted() {
    publisher.publish(named("b2b"), Quiet.KEEP, NOON);
    models.current(NOON);
    publisher.publish(ofTheFuture(), Quiet.KEEP, NOON);

    assertThat(models.current(NOON.plusSeconds(10)).model().name()).isEqualTo("b2b");
    var started = started();
    assertThat(started.current(NOON).model().name()).isEqualTo("b2b");
    assertThat(started.current(NOON.plusSeconds(10)).model().name()).isEqualTo("b2b");
    assertThat(log)
        .as("as long as it stands, so that the alarm stays")
        .filteredOn(line -> line.contains("cannot be read"))
        .hasSize(3)
        .allMatch(line -> line.contains("\"publication\":2"));
    assertThat(log).anyMatch(line -> line.contains("\"ModelUnreadable\":1"));
  }

  @Test
  void whereNoPublicationCanBeReadTheStoreCannotAnswer() {
    publisher.publish(ofTheFuture(), Quiet.KEEP, NOON);

    assertThatThrownBy(() -> models.current(NOON)).isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void aLaterPublicationThatCanBeReadIsInForce() {
    publisher.publish(ofTheFuture(), Quiet.KEEP, NOON);
    publisher.publish(named("b2b"), Quiet.KEEP, NOON);

    assertThat(models.current(NOON).number()).isEqualTo(2);
  }

  private ObjectNode ofTheFuture() {
    return named("b2b").put("crystal-ball", "deep");
  }

  private DynamoModels started() {
    return new DynamoModels(LocalDynamo.client(), tables.models(), Journal.to("score", log::add));
  }

  private void loseTheTable() {
    LocalDynamo.client().deleteTable(table -> table.tableName(tables.models()));
    Tables.create(LocalDynamo.client(), tables);
  }
}
