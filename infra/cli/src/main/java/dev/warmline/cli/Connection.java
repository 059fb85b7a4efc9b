package dev.warmline.cli;

import dev.warmline.aws.dynamo.DynamoParkedEvents;
import dev.warmline.aws.dynamo.DynamoSources;
import dev.warmline.aws.dynamo.ModelPublisher;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.usecase.ReleaseWaiting;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A deployment that is reached. */
record Connection(DynamoDbClient client, TableNames tables) implements AutoCloseable {

  Stores stores() {
    return new Stores(client, tables);
  }

  ModelPublisher publisher() {
    return new ModelPublisher(client, tables.models());
  }

  ReleaseWaiting release() {
    var stores = stores();
    return new ReleaseWaiting(stores.models(), stores.leadStore(), stores.evaluateLead());
  }

  StoredSources sources() {
    return new StoredSources(new DynamoSources(client, tables.models()));
  }

  DynamoParkedEvents parked() {
    return new DynamoParkedEvents(client, tables.parked(), DynamoParkedEvents.DEFAULT_RETENTION);
  }

  @Override
  public void close() {
    client.close();
  }
}
