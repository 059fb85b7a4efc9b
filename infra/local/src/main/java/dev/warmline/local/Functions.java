package dev.warmline.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmline.functions.desk.token.Issuer;
import dev.warmline.lead.LeadStore;
import dev.warmline.local.inbox.Notifications.NotifyFunction;
import dev.warmline.local.page.Views;
import dev.warmline.local.stream.StreamFunction;
import dev.warmline.team.Teams;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The real functions, wired to this machine's clients.
 *
 * @param eventsStream the ARN of the stream of the events table
 * @param leadsStream the ARN of the stream of the leads table
 * @param ofLeads detect and notify, which follow the leads table
 * @param leadsFilters the patterns of their filters
 * @param post notify, behind the topic
 * @param clock one tick of the schedule
 */
record Functions(
    RequestStreamHandler collect,
    RequestStreamHandler desk,
    Teams teams,
    StreamFunction score,
    StreamFunction ofLeads,
    NotifyFunction post,
    Runnable clock,
    Views views,
    LeadStore leads,
    String eventsStream,
    String leadsStream,
    List<String> leadsFilters) {

  Functions {
    leadsFilters = List.copyOf(leadsFilters);
  }

  /**
   * The clients that functions reach the outside with.
   *
   * @param site where this stack answers, for links
   * @param issuer whose tokens the desk takes
   * @param clock the time of this stack
   */
  record Clients(
      DynamoDbClient tables,
      SnsClient topic,
      SecretsManagerClient secrets,
      URI site,
      Issuer issuer,
      InstantSource clock) {}

  /** Makes tables that are missing, puts the model in force, and wires the functions. */
  @FunctionalInterface
  interface Wiring {
    /** The functions over these clients. */
    Functions over(Clients clients);
  }
}
