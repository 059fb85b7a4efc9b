package dev.warmline.functions.notify;

import dev.warmline.aws.dynamo.DynamoDeliveries;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.handoff.ChatPoster;
import dev.warmline.usecase.DeliverAlert;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What notify is told: where deliveries are remembered and which secret has Slack's address. */
public record NotifyEnvironment(String leadsTable, String webhookSecret) {

  /** As these variables say. */
  static NotifyEnvironment of(Environment variables) {
    var told =
        new NotifyEnvironment(
            variables.text("LEADS_TABLE"), variables.text("SLACK_WEBHOOK_SECRET_ARN"));
    variables.verify();
    return told;
  }

  /** The use case on these tables. */
  public DeliverAlert deliverAlert(DynamoDbClient tables, ChatPoster chat) {
    return new DeliverAlert(new DynamoDeliveries(tables, leadsTable), chat);
  }
}
