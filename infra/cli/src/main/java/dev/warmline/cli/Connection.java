package dev.warmline.cli;

import dev.warmline.aws.dynamo.ModelPublisher;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A deployment that is reached. */
record Connection(DynamoDbClient client, TableNames tables) implements AutoCloseable {

  Stores stores() {
    return new Stores(client, tables);
  }

  ModelPublisher publisher() {
    return new ModelPublisher(client, tables.models());
  }

  @Override
  public void close() {
    client.close();
  }
}
