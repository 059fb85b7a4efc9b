package dev.warmline.local.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.DynamoParkedEvents;
import dev.warmline.aws.dynamo.EventItems;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventLog;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.Announcement;
import dev.warmline.lead.Identity;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.StageEntry;
import dev.warmline.lead.StandingText;
import dev.warmline.local.page.Views;
import dev.warmline.rule.Models;
import dev.warmline.score.ScorecardJson;
import dev.warmline.score.Scorer;
import dev.warmline.usecase.ReleaseWaiting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads the tables; scorecards are computed from the log as of the instant that is asked for. */
public final class DynamoViews implements Views {
  private final DynamoDbClient client;
  private final TableNames tables;
  private final EventLog log;
  private final LeadStore leads;
  private final StoredLeads stored;
  private final Models models;
  private final ReleaseWaiting release;
  private final DynamoParkedEvents parked;

  /** Views of these tables through these ports. */
  public DynamoViews(
      DynamoDbClient client,
      TableNames tables,
      EventLog log,
      LeadStore leads,
      Models models,
      ReleaseWaiting release,
      DynamoParkedEvents parked) {
    this.client = client;
    this.tables = tables;
    this.log = log;
    this.leads = leads;
    this.stored = new StoredLeads(client, tables.leads(), leads);
    this.models = models;
    this.release = release;
    this.parked = parked;
  }

  @Override
  public ArrayNode leads(Instant now) {
    var rows = JsonNodeFactory.instance.arrayNode();
    stored.listLeads().forEach(lead -> rows.add(row(lead, now)));
    return rows;
  }

  @Override
  public ArrayNode waiting() {
    var rows = JsonNodeFactory.instance.arrayNode();
    release.list(Optional.empty()).forEach(one -> rows.add(one.write()));
    return rows;
  }

  @Override
  public Optional<ObjectNode> lead(String anyId, Instant now) {
    return stored
        .findLeadOf(anyId)
        .map(lead -> row(lead, now))
        .or(() -> strangers(anyId).flatMap(key -> stranger(key, now).stream()).findFirst());
  }

  @Override
  public ArrayNode events(Optional<String> anyId, Optional<String> source, int limit) {
    var rows = JsonNodeFactory.instance.arrayNode();
    anyId
        .map(this::eventsOf)
        .orElseGet(this::allEvents)
        .filter(event -> source.filter(name -> !name.equals(event.source())).isEmpty())
        .sorted(Comparator.comparing(Event::receivedAt).thenComparing(Event.ORDER).reversed())
        .limit(limit)
        .forEach(event -> rows.add(event.json()));
    return rows;
  }

  @Override
  public ArrayNode parked(int limit) {
    var rows = JsonNodeFactory.instance.arrayNode();
    parked.list(Integer.MAX_VALUE).stream()
        .sorted(Comparator.comparing(ParkedEvent::at).reversed())
        .limit(limit)
        .forEach(
            event ->
                rows.addObject()
                    .put("at", EventJson.format(event.at()))
                    .put("source", event.source())
                    .put("reason", event.reason())
                    .put("raw", event.raw()));
    return rows;
  }

  private Stream<Event> allEvents() {
    return client
        .scanPaginator(scan -> scan.tableName(tables.events()).consistentRead(true))
        .items()
        .stream()
        .map(EventItems::read);
  }

  private Stream<Event> eventsOf(String anyId) {
    return stored
        .findLeadOf(anyId)
        .map(Lead::identity)
        .map(Stream::of)
        .orElseGet(() -> strangers(anyId).map(Identity::ofStranger))
        .flatMap(identity -> eventsOf(identity).stream());
  }

  private List<Event> eventsOf(Identity identity) {
    return log.read(identity.profiles()).stream().filter(identity::owns).toList();
  }

  private static Stream<ProfileKey> strangers(String anyId) {
    return StoredLeads.profiles(anyId).stream().map(Profile::key);
  }

  /** Somebody for whom no lead is stored: computed on demand. */
  private Optional<ObjectNode> stranger(ProfileKey profile, Instant now) {
    var events = log.read(Set.of(profile));
    if (events.isEmpty()) {
      return Optional.empty();
    }
    var id = LeadId.unstored(profile);
    var row = JsonNodeFactory.instance.objectNode();
    var card = Scorer.score(events, models.current(now).model(), asOf(events, now));
    row.put("lead", id.value());
    row.put("stage", card.qualifies().prospect() ? "Prospect" : "Suspect");
    row.put("cycle", 0).putNull("stageSince");
    row.set("scorecard", ScorecardJson.write(id.value(), card));
    row.putArray("history");
    return Optional.of(row);
  }

  private ObjectNode row(Lead lead, Instant now) {
    var row = StandingText.write(lead);
    var events = eventsOf(lead.identity());
    var card = Scorer.score(events, models.current(now).model(), asOf(events, now));
    row.put("stageSince", EventJson.format(lead.standing().since()));
    row.put("waits", lead.standing().waiting().map(Announcement.Waiting::words).orElse(null));
    var traits = lead.card().traits();
    row.put("name", traits.path("name").asText(traits.path("email").asText(null)));
    row.set("scorecard", ScorecardJson.write(lead.id().value(), card));
    row.set("stored", lead.card().scorecard());
    var history = row.putArray("history");
    leads.listHistory(lead.id()).forEach(entry -> history.add(entry(entry)));
    return row;
  }

  private static ObjectNode entry(StageEntry entry) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("at", EventJson.format(entry.at()))
        .put("from", entry.from().word())
        .put("to", entry.to().word())
        .put("why", entry.why())
        .put("who", entry.who())
        .put("cycle", entry.cycle());
  }

  /** The later of the clock and the newest event, so that no skew hides it. */
  private static Instant asOf(List<Event> events, Instant now) {
    return events.stream()
        .map(Event::receivedAt)
        .filter(received -> received.isAfter(now))
        .max(Comparator.naturalOrder())
        .orElse(now);
  }
}
