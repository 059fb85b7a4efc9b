package dev.warmline.functions.clock;

import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.handoff.AlertPublisher;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.usecase.SendNotices;
import dev.warmline.usecase.TickClock;
import dev.warmline.usecase.WeeklyDigest;
import java.util.Optional;

/**
 * What clock is told: the tables it works on, the topic it publishes to, and below which address
 * the desk shows leads ({@code none} without a desk).
 */
public record ClockEnvironment(TableNames names, String topicArn, String desk) {

  /** As these variables say. */
  static ClockEnvironment of(Environment variables) {
    var names =
        new TableNames(
            variables.text("EVENTS_TABLE"),
            variables.text("LEADS_TABLE"),
            variables.text("PARKED_TABLE"),
            variables.text("MODELS_TABLE"));
    var told =
        new ClockEnvironment(names, variables.text("ALERT_TOPIC_ARN"), variables.text("DESK_URL"));
    variables.verify();
    return told;
  }

  /** The use case on these stores. */
  public static TickClock tickClock(
      Stores stores, AlertPublisher topic, String desk, Journal journal) {
    var leads = stores.leadStore();
    var digests = new WeeklyDigest(stores.models(), stores.teams(), leads, stores.cycles());
    return new TickClock(
        stores.models(),
        leads,
        stores.evaluateLead(),
        new SendNotices(leads, topic, AlertRenderer.linking(desk), Optional.of(digests)),
        journal.noting(stores.parkedEvents()));
  }
}
