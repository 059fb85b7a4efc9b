package dev.warmline.aws.dynamo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Finds when sales was told of leads, in the whole leads table: for people, not functions. */
public final class AnnouncementScan {
  private final DynamoDbClient client;
  private final String table;

  /** Looks through this table. */
  public AnnouncementScan(DynamoDbClient client, String leadsTable) {
    this.client = client;
    this.table = leadsTable;
  }

  /**
   * When each cycle was announced that was since an instant, in no order.
   *
   * @param queue the queue they went to; empty for all
   */
  public List<Instant> since(Instant from, Optional<String> queue) {
    var prefix = Map.of(":cycles", AttributeValue.fromS(Schema.CYCLES));
    return Calls.call(
        "count announcements",
        () ->
            client
                .scanPaginator(
                    scan ->
                        scan.tableName(table)
                            .filterExpression("begins_with(" + Schema.SK + ", :cycles)")
                            .expressionAttributeValues(prefix))
                .items()
                .stream()
                .map(CycleItems::read)
                .filter(cycle -> queue.isEmpty() || cycle.queue().equals(queue))
                .flatMap(cycle -> cycle.toldAt().stream())
                .filter(at -> !at.isBefore(from))
                .toList());
  }
}
