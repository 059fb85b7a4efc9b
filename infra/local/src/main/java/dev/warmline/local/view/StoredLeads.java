package dev.warmline.local.view;

import dev.warmline.aws.dynamo.LeadItems;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.lead.Lead;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All leads of a table. */
record StoredLeads(DynamoDbClient client, String table) {
  /** Every lead that was not merged away, the latest change of stage first. */
  List<Lead> listLeads() {
    var isLead = Map.of(":lead", AttributeValue.fromS(Schema.LEAD));
    return client
        .scanPaginator(
            scan ->
                scan.tableName(table)
                    .consistentRead(true)
                    .filterExpression(Schema.SK + " = :lead")
                    .expressionAttributeValues(isLead))
        .items()
        .stream()
        .map(LeadItems::read)
        .filter(lead -> !lead.isTombstone())
        .sorted(Comparator.<Lead, Instant>comparing(lead -> lead.standing().since()).reversed())
        .toList();
  }
}
