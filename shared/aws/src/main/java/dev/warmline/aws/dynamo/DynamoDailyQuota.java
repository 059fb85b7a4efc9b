package dev.warmline.aws.dynamo;

import dev.warmline.event.DailyLimit;
import dev.warmline.event.DailyQuota;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * One counter per source and day in the parked table, where it expires. One item, not shards: a
 * limit is there to keep a source small, and one item counts a thousand requests a second.
 */
public final class DynamoDailyQuota implements DailyQuota {
  private static final Duration KEPT = Duration.ofDays(2);

  private final DynamoDbClient client;
  private final String table;

  /** Counters in the parked table. */
  public DynamoDailyQuota(DynamoDbClient client, String parkedTable) {
    this.client = client;
    this.table = parkedTable;
  }

  @Override
  public boolean take(String source, long events, long kilobytes, DailyLimit limit, Instant now) {
    return limit.allows(events, kilobytes)
        && Calls.call(
            "count the events of a source", () -> count(source, events, kilobytes, limit, now));
  }

  private boolean count(String source, long events, long kilobytes, DailyLimit limit, Instant now) {
    var day = DailyQuota.day(now);
    var expires = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(KEPT).getEpochSecond();
    try {
      client.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(Keys.quota(source, day))
                  .updateExpression("ADD #n :n, #k :k SET #x = :x")
                  .conditionExpression("attribute_not_exists(#n) OR (#n <= :ln AND #k <= :lk)")
                  .expressionAttributeNames(
                      Map.of("#n", Schema.NUMBER, "#k", Schema.KILOBYTES, "#x", Schema.EXPIRES))
                  .expressionAttributeValues(
                      Map.of(
                          ":n", number(events),
                          ":k", number(kilobytes),
                          ":ln", left(limit.events(), events),
                          ":lk", left(limit.kilobytes(), kilobytes),
                          ":x", number(expires))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  /** What may have been counted before; 0 limits nothing. */
  private static AttributeValue left(long limit, long taken) {
    return number(limit == 0 ? Long.MAX_VALUE : limit - taken);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
