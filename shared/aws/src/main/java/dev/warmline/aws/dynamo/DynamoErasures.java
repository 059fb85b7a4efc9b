package dev.warmline.aws.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.event.Erasures;
import dev.warmline.event.ProfileKey;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Marks of erased persons in the leads table, each in a partition of its own. */
public final class DynamoErasures implements Erasures {
  private static final String ALGORITHM = "HmacSHA256";

  /** Of the newest erasure; no mark has so short a name. */
  private static final String NEWEST = "newest";

  private final DynamoDbClient client;
  private final String table;
  private final DynamoErasureKey key;
  private volatile Seen seen = new Seen(Instant.EPOCH, Instant.MIN);

  private record Seen(Instant newest, Instant until) {}

  /** Marks in this table, by the key in the table of models. */
  public DynamoErasures(DynamoDbClient client, String leadsTable, String modelsTable) {
    this.client = client;
    this.table = leadsTable;
    this.key = new DynamoErasureKey(client, modelsTable);
  }

  @Override
  public Instant newest(Instant now) {
    var last = seen;
    if (!now.isBefore(last.until()) || now.isBefore(last.until().minus(BEHIND))) {
      last = new Seen(read(NEWEST).orElse(Instant.EPOCH), now.plus(BEHIND));
      seen = last;
    }
    return last.newest();
  }

  @Override
  public Optional<Instant> find(String name) {
    return key.find().flatMap(secret -> read(digest(name, secret)));
  }

  @Override
  public boolean isBack(ProfileKey person) {
    return Calls.call("look for a link", () -> !get(Keys.link(person)).isEmpty());
  }

  @Override
  public void mark(Collection<String> names, Instant at, Optional<Duration> kept) {
    if (names.isEmpty()) {
      return;
    }
    var secret = key.make();
    var digests = names.stream().map(name -> digest(name, secret)).distinct().toList();
    Calls.run("mark erasures", () -> Calls.LANES.forEach(digests, it -> put(it, at, kept)));
    Calls.run("mark an erasure", () -> put(NEWEST, at, Optional.empty()));
    seen = new Seen(Instant.EPOCH, Instant.MIN);
  }

  private Optional<Instant> read(String digest) {
    var item = Calls.call("read a mark", () -> get(Keys.erased(digest)));
    return item.isEmpty() ? Optional.empty() : Optional.of(Item.of(item).instant(Schema.AT));
  }

  private Map<String, AttributeValue> get(Map<String, AttributeValue> name) {
    return client.getItem(get -> get.tableName(table).key(name).consistentRead(true)).item();
  }

  /** Written with milliseconds always, so that the order of the texts is that of the instants. */
  private void put(String digest, Instant at, Optional<Duration> kept) {
    var item = Item.startingWith(Keys.erased(digest)).put(Schema.AT, LeadItems.sortable(at));
    kept.ifPresent(time -> item.put(Schema.EXPIRES, at.plus(time).getEpochSecond()));
    try {
      client.putItem(
          put ->
              put.tableName(table)
                  .item(item.attributes())
                  .conditionExpression("attribute_not_exists(#at) OR #at < :at")
                  .expressionAttributeNames(Map.of("#at", Schema.AT))
                  .expressionAttributeValues(
                      Map.of(":at", AttributeValue.fromS(LeadItems.sortable(at)))));
    } catch (ConditionalCheckFailedException e) {
      return; // it was erased later, too
    }
  }

  private static String digest(String name, byte[] secret) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(name.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
