package dev.warmline.functions.detect;

import dev.warmline.aws.dynamo.DynamoAlertStore;
import dev.warmline.aws.dynamo.DynamoLeadStore;
import dev.warmline.aws.dynamo.DynamoParkedEvents;
import dev.warmline.aws.publish.SnsAlertPublisher;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.event.ParkedEvents;
import dev.warmline.handoff.AlertPublisher;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.usecase.HandOffLead;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** What detect is told: the tables it works on and the topic it publishes to. */
public record DetectEnvironment(String leadsTable, String parkedTable, String topicArn) {

  /** As these variables say. */
  static DetectEnvironment of(Environment variables) {
    var told =
        new DetectEnvironment(
            variables.text("LEADS_TABLE"),
            variables.text("PARKED_TABLE"),
            variables.text("ALERT_TOPIC_ARN"));
    variables.verify();
    return told;
  }

  /** The topic by this client. */
  AlertPublisher topic(SnsClient client) {
    return new SnsAlertPublisher(client, topicArn);
  }

  /** The use case on these tables. */
  public HandOffLead handOff(DynamoDbClient tables, AlertPublisher topic) {
    return new HandOffLead(
        new DynamoLeadStore(tables, leadsTable),
        new DynamoAlertStore(tables, leadsTable),
        topic,
        new AlertRenderer(Optional.empty()));
  }

  /** Where poison goes. */
  public ParkedEvents parked(DynamoDbClient tables) {
    return new DynamoParkedEvents(tables, parkedTable, DynamoParkedEvents.DEFAULT_RETENTION);
  }
}
