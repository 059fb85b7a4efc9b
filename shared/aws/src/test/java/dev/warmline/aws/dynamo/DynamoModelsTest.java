package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.Models;
import dev.warmline.testkit.ModelsContract;
import org.junit.jupiter.api.Test;

class DynamoModelsTest extends ModelsContract {
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
}
