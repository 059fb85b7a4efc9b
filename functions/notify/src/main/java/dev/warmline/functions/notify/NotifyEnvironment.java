package dev.warmline.functions.notify;

import dev.warmline.aws.dynamo.Database;
import dev.warmline.aws.publish.SlackHosts;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.aws.secret.SlackSecret;
import dev.warmline.handoff.ChatPoster;
import dev.warmline.team.Teams;
import dev.warmline.usecase.DeliverAlert;

/**
 * What notify is told.
 *
 * @param leadsTable where deliveries are remembered
 * @param modelsTable where teams are published
 * @param secret the secret with a webhook's address or an app's token
 * @param channel where an app posts what has no channel of its own
 */
public record NotifyEnvironment(
    String leadsTable, String modelsTable, String secret, String channel) {

  /** As these variables say. */
  static NotifyEnvironment of(Environment variables) {
    var told =
        new NotifyEnvironment(
            variables.text("LEADS_TABLE"),
            variables.text("MODELS_TABLE"),
            variables.text("SLACK_SECRET_ARN"),
            variables.text("SLACK_CHANNEL"));
    variables.verify();
    return told;
  }

  /** Slack, at these hosts. */
  public ChatPoster slack(SlackSecret secret, Teams teams, SlackHosts hosts) {
    return new SlackPoster(secret::value, teams, channel, hosts);
  }

  /** The use case on these tables. */
  public DeliverAlert deliverAlert(Database database, ChatPoster chat) {
    return new DeliverAlert(database.deliveries(leadsTable), chat);
  }
}
