package dev.warmline.aws.dynamo;

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
  public boolean take(String source, long events, long limit, Instant now) {
    return events <= limit
        && Calls.call("count the events of a source", () -> count(source, events, limit, now));
  }

  private boolean count(String source, long events, long limit, Instant now) {
    var day = DailyQuota.day(now);
    var expires = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(KEPT).getEpochSecond();
    try {
      client.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(Keys.quota(source, day))
                  .updateExpression("ADD #n :events SET #x = :expires")
                  .conditionExpression("attribute_not_exists(#n) OR #n <= :before")
                  .expressionAttributeNames(Map.of("#n", Schema.NUMBER, "#x", Schema.EXPIRES))
                  .expressionAttributeValues(
                      Map.of(
                          ":events", number(events),
                          ":before", number(limit - events),
                          ":expires", number(expires))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
