package dev.warmline.cli;

import dev.warmline.aws.dynamo.AnnouncementScan;
import dev.warmline.aws.dynamo.DynamoParkedEvents;
import dev.warmline.aws.dynamo.DynamoSources;
import dev.warmline.aws.dynamo.ModelPublisher;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.dynamo.TeamPublisher;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.rule.Model;
import dev.warmline.usecase.ActOnLead;
import dev.warmline.usecase.PacedRelease;
import dev.warmline.usecase.ReleaseWaiting;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * A deployment that is reached.
 *
 * @param format the model format that its functions know; asked for where it matters
 */
record Connection(
    DynamoDbClient client,
    Supplier<DynamoDbStreamsClient> streams,
    TableNames tables,
    IntSupplier format)
    implements AutoCloseable {

  Stores stores() {
    return new Stores(client, tables);
  }

  ModelPublisher publisher() {
    return new ModelPublisher(client, tables.models(), format);
  }

  /** The model that is in force; empty if none was ever published. */
  Optional<Model> modelInForce(Instant now) {
    try {
      return Optional.of(stores().models().current(now).model());
    } catch (StoreUnavailable none) {
      return Optional.empty();
    }
  }

  TeamPublisher teams() {
    return new TeamPublisher(client, tables.models());
  }

  ReleaseWaiting release() {
    var stores = stores();
    return new ReleaseWaiting(stores.models(), stores.leadStore(), stores.evaluateLead());
  }

  ActOnLead acts() {
    var stores = stores();
    return new ActOnLead(
        stores.models(), stores.eventLog(), stores.leadStore(), stores.evaluateActs());
  }

  Paces paces() {
    var stores = stores();
    return new Paces(
        new PacedRelease(stores.models(), stores.leadStore(), release()),
        stores.models(),
        new AnnouncementScan(client, tables.leads()),
        stores.teams(),
        stores.queues());
  }

  StoredSources sources() {
    return new StoredSources(new DynamoSources(client, tables.models()));
  }

  DynamoParkedEvents parked() {
    return new DynamoParkedEvents(client, tables.parked(), DynamoParkedEvents.DEFAULT_RETENTION);
  }

  /** What is stored from now on. */
  EventTail eventTail() {
    var table = client.describeTable(describe -> describe.tableName(tables.events())).table();
    return EventTail.begin(streams.get(), table.latestStreamArn());
  }

  @Override
  public void close() {
    client.close();
  }
}
