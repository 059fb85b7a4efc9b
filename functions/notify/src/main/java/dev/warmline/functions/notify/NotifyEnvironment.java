package dev.warmline.functions.notify;

import dev.warmline.aws.dynamo.Database;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.handoff.ChatPoster;
import dev.warmline.usecase.DeliverAlert;

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
  public DeliverAlert deliverAlert(Database database, ChatPoster chat) {
    return new DeliverAlert(database.deliveries(leadsTable), chat);
  }
}
