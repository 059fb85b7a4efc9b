package dev.warmline.aws.dynamo;

import dev.warmline.event.DailyLimit;
import dev.warmline.event.Source;
import dev.warmline.event.Sources;
import dev.warmline.event.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sources in the models table under the digests of their write keys; remembered for a minute. */
public final class DynamoSources implements Sources {
  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 10_000;

  private record Answer(Optional<Source> source, Instant until) {}

  private final DynamoDbClient client;
  private final String table;
  private final Map<String, Answer> remembered = new ConcurrentHashMap<>();

  /** Sources in the models table. */
  public DynamoSources(DynamoDbClient client, String modelsTable) {
    this.client = client;
    this.table = modelsTable;
  }

  @Override
  public Optional<Source> find(String writeKey, Instant now) {
    var key = Keys.source(writeKey);
    var name = Item.of(key).text(Schema.PK);
    var known = remembered.get(name);
    if (known != null && now.isBefore(known.until())) {
      return known.source();
    }
    var source = Calls.call("read a source", () -> get(key));
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(name, new Answer(source, now.plus(REMEMBERED)));
    return source;
  }

  /** Lets a source send with this write key; one that had the key before is replaced. */
  public void putSource(String writeKey, Source source) {
    Calls.run("write a source", () -> put(Keys.source(writeKey), source));
  }

  private void put(Map<String, AttributeValue> key, Source source) {
    var item =
        Item.startingWith(key)
            .put(ModelsSchema.SOURCE_NAME, source.name())
            .put(ModelsSchema.SOURCE_TRUST, source.trust().word())
            .put(ModelsSchema.SOURCE_LIMIT, source.dailyLimit().events())
            .put(Schema.KILOBYTES, source.dailyLimit().kilobytes());
    if (!source.allowedOrigins().isEmpty()) {
      item.put(
          ModelsSchema.SOURCE_ORIGINS,
          AttributeValue.fromSs(source.allowedOrigins().stream().sorted().toList()));
    }
    SourceItems.putExtras(item, source);
    client.putItem(put -> put.tableName(table).item(item.attributes()));
  }

  /** Every key there is, by its digest, with its source: for people, not for functions. */
  public Map<String, Source> listKeys() {
    var found = new TreeMap<String, Source>();
    Calls.run(
        "list the sources",
        () ->
            client.scanPaginator(scan -> scan.tableName(table)).items().stream()
                .map(Item::of)
                .filter(item -> item.text(Schema.SK).equals(ModelsSchema.SOURCE))
                .forEach(item -> found.put(digest(item), read(item))));
    return found;
  }

  /** The digest by which {@link #listKeys} shows a key. */
  public static String digestOf(String writeKey) {
    return digest(Item.of(Keys.source(writeKey)));
  }

  /** Lets the key with this digest stand for other settings; it must be there. */
  public void change(String digest, Source source) {
    Calls.run("change a source", () -> put(Keys.sourceOfDigest(digest), source));
  }

  /** What comes with the key of this digest is refused from now on. */
  public void retire(String digest) {
    Calls.run(
        "retire a key",
        () -> client.deleteItem(del -> del.tableName(table).key(Keys.sourceOfDigest(digest))));
  }

  private static String digest(Item item) {
    return item.text(Schema.PK).substring(ModelsSchema.SOURCE.length() + 1);
  }

  private Optional<Source> get(Map<String, AttributeValue> key) {
    var answer = client.getItem(get -> get.tableName(table).key(key));
    return answer.hasItem() ? Optional.of(read(Item.of(answer.item()))) : Optional.empty();
  }

  private static Source read(Item item) {
    var origins =
        item.find(ModelsSchema.SOURCE_ORIGINS)
            .map(AttributeValue::ss)
            .map(Set::copyOf)
            .orElse(Set.of());
    return new Source(
        item.text(ModelsSchema.SOURCE_NAME),
        item.word(ModelsSchema.SOURCE_TRUST, Trust::parse),
        origins,
        new DailyLimit(item.number(ModelsSchema.SOURCE_LIMIT), item.number(Schema.KILOBYTES)),
        SourceItems.isBackfill(item),
        SourceItems.form(item));
  }
}
