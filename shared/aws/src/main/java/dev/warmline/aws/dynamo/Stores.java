package dev.warmline.aws.dynamo;

import dev.warmline.aws.runtime.Backoff;
import dev.warmline.event.DailyQuota;
import dev.warmline.event.EventLog;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.Sources;
import dev.warmline.handoff.AlertStore;
import dev.warmline.handoff.Deliveries;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadStore;
import dev.warmline.rule.Models;
import dev.warmline.usecase.EvaluateLead;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The adapters of one deployment: what functions and tools are wired from. */
public final class Stores {
  private final DynamoDbClient client;
  private final TableNames names;
  private final Models models;

  /** The adapters over these tables. */
  public Stores(DynamoDbClient client, TableNames names) {
    this.client = client;
    this.names = names;
    this.models = new DynamoModels(client, names.models());
  }

  /** The event log; behaviour expires after the default retention. */
  public EventLog eventLog() {
    return new DynamoEventLog(client, names.events(), DynamoEventLog.DEFAULT_RETENTION);
  }

  /** Leads, links and histories. */
  public LeadStore leadStore() {
    return new DynamoLeadStore(client, names.leads());
  }

  /** Alerts and who is sending them. */
  public AlertStore alertStore() {
    return new DynamoAlertStore(client, names.leads());
  }

  /** Which alert went to which channel. */
  public Deliveries deliveries() {
    return new DynamoDeliveries(client, names.leads());
  }

  /** Refused and poisoned events. */
  public ParkedEvents parkedEvents() {
    return new DynamoParkedEvents(client, names.parked(), DynamoParkedEvents.DEFAULT_RETENTION);
  }

  /** What sources with a daily limit have sent today. */
  public DailyQuota dailyQuota() {
    return new DynamoDailyQuota(client, names.parked());
  }

  /** Who may send. */
  public Sources sources() {
    return new DynamoSources(client, names.models());
  }

  /** The published models; all who ask share what is remembered of them. */
  public Models models() {
    return models;
  }

  /** Links between profiles and leads. */
  public LeadDirectory directory() {
    return new LeadDirectory(leadStore(), Backoff.forConflicts());
  }

  /** The step that brings one lead up to date. */
  public EvaluateLead evaluateLead() {
    return new EvaluateLead(eventLog(), leadStore(), directory(), Backoff.forConflicts());
  }
}
