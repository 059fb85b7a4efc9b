package dev.warmline.aws.dynamo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Digest;
import dev.warmline.event.Json;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.rule.InvalidModel;
import dev.warmline.rule.ModelFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Puts models in force. Each publication has the next number; a model whose text was published
 * before keeps the version it had, so that a rollback is a new publication of an old version.
 */
public final class ModelPublisher {
  private final DynamoDbClient client;
  private final String table;
  private final NumberedItems numbered;
  private final IntSupplier known;

  /** Publishes into the models table what this code reads, for functions of the same version. */
  public ModelPublisher(DynamoDbClient client, String modelsTable) {
    this(client, modelsTable, () -> ModelFormat.NEWEST);
  }

  /**
   * Publishes into the models table.
   *
   * @param known the model format of the functions that read it; asked for where it matters
   */
  public ModelPublisher(DynamoDbClient client, String modelsTable, IntSupplier known) {
    this.client = client;
    this.table = modelsTable;
    this.numbered = new NumberedItems(client, modelsTable);
    this.known = known;
  }

  /** What a publication makes of the instant up to which what came announces nobody. */
  public enum Quiet {
    /** It stays what it was: so do loud publications and rollbacks. */
    KEEP,
    /** It becomes now, if it was not later: what the change alone qualifies waits. */
    FROM_NOW,
    /** There is none any more. */
    NONE;

    Instant from(Optional<Instant> before, Instant now) {
      return switch (this) {
        case KEEP -> before.orElse(Instant.EPOCH);
        case FROM_NOW -> before.filter(now::isBefore).orElse(now);
        case NONE -> Instant.EPOCH;
      };
    }
  }

  /** What a publication was given: its own number and the version of the model. */
  public record Published(int number, String model, int version) {}

  /** The same without a word of what it says. */
  public Published publish(ObjectNode source, Quiet quiet, Instant now) {
    return publish(source, quiet, Optional.empty(), now);
  }

  /**
   * Puts a checked model in force.
   *
   * @param source the model's JSON with its {@code name}
   * @param words what the publication says of itself, for people
   * @param quiet what becomes of the instant up to which what came announces nobody
   * @throws InvalidModel if it has keys that the functions do not know
   * @throws StoreUnavailable if it could not be written, or others kept publishing meanwhile
   */
  public Published publish(
      ObjectNode source, Quiet quiet, Optional<ObjectNode> words, Instant now) {
    verifyKnown(source);
    return NumberedItems.until("publish a model", () -> attempt(source, quiet, words, now));
  }

  private void verifyKnown(ObjectNode source) {
    if (!ModelFormat.unknown(ModelFormat.FIRST, source).isEmpty()) {
      var unknown = ModelFormat.unknown(known.getAsInt(), source);
      if (!unknown.isEmpty()) {
        throw new InvalidModel(unknown);
      }
    }
  }

  private Optional<Published> attempt(
      ObjectNode source, Quiet quiet, Optional<ObjectNode> words, Instant now) {
    var name = source.path("name").asText();
    var versions = versions(name);
    var digest = Digest.of(Json.write(source));
    var known = versions.stream().filter(item -> item.text(ModelsSchema.DIGEST).equals(digest));
    var version =
        known.findFirst().map(item -> item.count(Schema.VERSION)).orElse(versions.size() + 1);
    var before = current();
    var next =
        new PublicationItems.Pointer(
            before.map(PublicationItems.Pointer::number).orElse(0) + 1,
            name,
            version,
            Optional.of(digest),
            quiet.from(before.map(PublicationItems.Pointer::quietBefore), now),
            Optional.of(now));
    var pointer = before.filter(next::isAlso).map(it -> next.since(it.since())).orElse(next);
    var items = new ArrayList<Map<String, AttributeValue>>();
    var own = Item.of(PublicationItems.write(Keys.publication(pointer.number()), pointer));
    words.ifPresent(it -> own.put(Schema.BODY, Packed.json(it)));
    items.add(own.attributes());
    if (version > versions.size()) {
      items.add(model(pointer, source));
    }
    var current = PublicationItems.write(Keys.currentPublication(), pointer);
    return numbered.write(pointer.number(), current, items)
        ? Optional.of(new Published(pointer.number(), name, version))
        : Optional.empty();
  }

  private static Map<String, AttributeValue> model(
      PublicationItems.Pointer pointer, ObjectNode source) {
    return Item.startingWith(Keys.model(pointer.model(), pointer.version()))
        .put(Schema.VERSION, pointer.version())
        .put(ModelsSchema.DIGEST, pointer.digest())
        .put(Schema.BODY, Packed.json(source))
        .attributes();
  }

  private Optional<PublicationItems.Pointer> current() {
    return numbered.find(Keys.currentPublication()).map(PublicationItems::read);
  }

  private List<Item> versions(String name) {
    var request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression(Schema.PK + " = :pk")
            .projectionExpression(Schema.VERSION + ", " + ModelsSchema.DIGEST)
            .expressionAttributeValues(
                Map.of(":pk", AttributeValue.fromS(Keys.modelPartition(name))))
            .build();
    return client.queryPaginator(request).items().stream().map(Item::of).toList();
  }
}
