package dev.warmline.functions.detect;

import dev.warmline.aws.dynamo.Database;
import dev.warmline.aws.publish.PacedPublisher;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.event.ParkedEvents;
import dev.warmline.handoff.AlertPublisher;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.usecase.SendNotices;
import java.time.InstantSource;

/**
 * What detect is told: the tables it works on, the topic it publishes to, and below which address
 * the desk shows leads ({@code none} without a desk).
 */
public record DetectEnvironment(
    String leadsTable, String parkedTable, String topicArn, String desk) {

  /** As these variables say. */
  static DetectEnvironment of(Environment variables) {
    var told =
        new DetectEnvironment(
            variables.text("LEADS_TABLE"),
            variables.text("PARKED_TABLE"),
            variables.text("ALERT_TOPIC_ARN"),
            variables.text("DESK_URL"));
    variables.verify();
    return told;
  }

  /** The use case on these tables. */
  public SendNotices send(Database database, AlertPublisher topic) {
    var leads = database.leadStore(leadsTable);
    return new SendNotices(leads, topic, AlertRenderer.linking(desk));
  }

  /** The topic, not more often than it takes. */
  public AlertPublisher paced(AlertPublisher topic, Database database, InstantSource clock) {
    return new PacedPublisher(topic, database.dailyQuota(parkedTable), clock);
  }

  /** Where poison goes. */
  public ParkedEvents parked(Database database) {
    return database.parkedEvents(parkedTable);
  }
}
