package dev.warmline.aws.dynamo;

import dev.warmline.aws.runtime.Journal;
import dev.warmline.event.DailyQuota;
import dev.warmline.event.Erasures;
import dev.warmline.event.EventLog;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.Sources;
import dev.warmline.handoff.Deliveries;
import dev.warmline.lead.LeadStore;
import dev.warmline.team.QueueStore;
import dev.warmline.team.Teams;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The adapters over one client, each for the table it is asked for; {@link Stores} has all. */
public record Database(DynamoDbClient client) {

  /** The event log; behaviour expires after {@link EventLog#RETENTION}. */
  public EventLog eventLog(String eventsTable) {
    return new DynamoEventLog(client, eventsTable);
  }

  /** Leads, links and histories. */
  public LeadStore leadStore(String leadsTable) {
    return new DynamoLeadStore(client, leadsTable);
  }

  /** Whose turn it is in each queue. */
  public QueueStore queues(String leadsTable) {
    return new DynamoQueueStore(client, leadsTable);
  }

  /** Which alert went to which channel. */
  public Deliveries deliveries(String leadsTable) {
    return new DynamoDeliveries(client, leadsTable);
  }

  /** Refused and poisoned events. */
  public ParkedEvents parkedEvents(String parkedTable) {
    return new DynamoParkedEvents(client, parkedTable, DynamoParkedEvents.DEFAULT_RETENTION);
  }

  /** What sources with a daily limit have sent today. */
  public DailyQuota dailyQuota(String parkedTable) {
    return new DynamoDailyQuota(client, parkedTable);
  }

  /** The published teams; one that cannot be read is noted. */
  public Teams teams(String modelsTable, Journal journal) {
    return new DynamoTeams(client, modelsTable, journal);
  }

  /** Who was erased. */
  public Erasures erasures(String leadsTable, String modelsTable) {
    return new DynamoErasures(client, leadsTable, modelsTable);
  }

  /** Who may send. */
  public Sources sources(String modelsTable) {
    return new DynamoSources(client, modelsTable);
  }
}
