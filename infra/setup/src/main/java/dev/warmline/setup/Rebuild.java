package dev.warmline.setup;

import dev.warmline.aws.dynamo.Keys;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.event.Event;
import dev.warmline.event.EventLog;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Occasion;
import dev.warmline.rule.Publication;
import dev.warmline.usecase.EvaluateLead;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Makes the leads again from the log, which is the truth: every profile is linked and scored as if
 * its events were imported, so that nobody is alerted. Doing it twice, or while events flow, does
 * no harm.
 */
public final class Rebuild {
  /** What is no profile's key is no event either, but something put there by hand. */
  private static final Pattern PROFILE_KEY = Pattern.compile("[uea]\\..+");

  private final DynamoDbClient client;
  private final String eventsTable;
  private final EventLog log;
  private final LeadDirectory directory;
  private final EvaluateLead evaluate;

  /**
   * Works on these stores; {@code eventsTable} is the one that {@code stores} reads events from.
   */
  public Rebuild(DynamoDbClient client, String eventsTable, Stores stores) {
    this.client = client;
    this.eventsTable = eventsTable;
    this.log = stores.eventLog();
    this.directory = stores.directory();
    this.evaluate = stores.evaluateLead();
  }

  /** Rebuilds every lead under this publication and gives their number. */
  public int run(Publication publication, Instant now) {
    var leads = new TreeSet<LeadId>();
    for (var profile : profiles()) {
      leads.addAll(link(profile, publication, now));
    }
    leads.forEach(lead -> evaluate.evaluate(lead, publication, now, Occasion.IMPORTED));
    return leads.size();
  }

  private SortedSet<ProfileKey> profiles() {
    var keys = client.scanPaginator(scan -> scan.tableName(eventsTable).projectionExpression("pk"));
    return keys.items().stream()
        .flatMap(item -> Stream.ofNullable(item.get(Keys.PK)))
        .map(AttributeValue::s)
        .filter(PROFILE_KEY.asMatchPredicate())
        .map(ProfileKey::new)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Collection<LeadId> link(ProfileKey profile, Publication publication, Instant now) {
    var leads = new TreeSet<LeadId>();
    var events = log.read(List.of(profile));
    var foundAnonymous = !publication.model().requiresIdentity();
    events.stream()
        .sorted(Event.ORDER)
        .filter(publication.model()::looksAt)
        .forEach(event -> leads.addAll(directory.apply(event, foundAnonymous, now)));
    return leads;
  }
}
