package dev.warmline.aws.dynamo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.runtime.RehearsalClients;
import dev.warmline.aws.runtime.RehearsalTables;
import dev.warmline.event.Json;
import dev.warmline.event.Source;
import java.io.InputStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A deployment that is none: the real adapters over tables in memory, filled by who rehearses. */
public final class Rehearsals implements AutoCloseable {
  private static final TableNames NAMES = TableNames.withPrefix("rehearsal");

  private final RehearsalTables tables = new RehearsalTables();
  private final DynamoDbClient client = RehearsalClients.tables(tables);

  /** The adapters. */
  public Stores stores() {
    return new Stores(client, NAMES);
  }

  /** The tables, for a client that talks to nobody. */
  public RehearsalTables tables() {
    return tables;
  }

  /** Puts a model in force. */
  public void publish(String model) {
    new ModelPublisher(client, NAMES.models()).publish(json(model), true);
  }

  /** Lets a source send. */
  public void admit(String writeKey, Source source) {
    new DynamoSources(client, NAMES.models()).putSource(writeKey, source);
  }

  /** What is in the log now, as the Lambda event of its stream. */
  public InputStream loggedEvents() {
    return tables.insertsInto(NAMES.events());
  }

  /** The leads as they are now, as the Lambda event of their stream. */
  public InputStream storedLeads() {
    return tables.insertsInto(NAMES.leads());
  }

  @Override
  public void close() {
    tables.close();
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) Json.read(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
