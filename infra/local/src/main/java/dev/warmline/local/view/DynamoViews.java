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
import dev.warmline.score.Scorecard;
import dev.warmline.score.ScorecardJson;
import dev.warmline.usecase.FindLead;
import dev.warmline.usecase.LeadLog;
import dev.warmline.usecase.ReleaseWaiting;
import dev.warmline.usecase.TooLarge;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads the tables; scorecards are computed from the log as of the instant that is asked for. */
public final class DynamoViews implements Views {
  private final DynamoDbClient client;
  private final TableNames tables;
  private final EventLog log;
  private final LeadLog cards;
  private final LeadStore leads;
  private final FindLead find;
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
    this.cards = new LeadLog(log);
    this.leads = leads;
    this.find = new FindLead(leads);
    this.stored = new StoredLeads(client, tables.leads());
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
    return find.find(anyId)
        .map(lead -> row(lead, now))
        .or(() -> strangers(anyId).flatMap(key -> stranger(key, now).stream()).findFirst());
  }

  @Override
  public ArrayNode events(Optional<String> anyId, Optional<String> source, int limit) {
    var newest = new NewestEvents(limit, source);
    anyId.ifPresentOrElse(id -> readEvents(id, newest), () -> allEvents().forEach(newest::take));
    var rows = JsonNodeFactory.instance.arrayNode();
    newest.all().forEach(event -> rows.add(event.json()));
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

  private void readEvents(String anyId, NewestEvents newest) {
    find.find(anyId)
        .map(Lead::identity)
        .map(Stream::of)
        .orElseGet(() -> strangers(anyId).map(Identity::ofStranger))
        .forEach(identity -> readEvents(identity, newest));
  }

  private void readEvents(Identity identity, NewestEvents newest) {
    log.read(
        identity.profiles(),
        Optional.empty(),
        event -> {
          if (identity.owns(event)) {
            newest.take(event);
          }
          return true;
        });
  }

  private static Stream<ProfileKey> strangers(String anyId) {
    return Profile.meant(anyId).map(Profile::key);
  }

  /** Somebody for whom no lead is stored: computed on demand. */
  private Optional<ObjectNode> stranger(ProfileKey profile, Instant now) {
    if (!log.knows(profile)) {
      return Optional.empty();
    }
    var id = LeadId.unstored(profile);
    var row = JsonNodeFactory.instance.objectNode();
    var card = card(id, Identity.ofStranger(profile), now);
    row.put("lead", id.value());
    var isProspect = card.filter(it -> it.qualifies().prospect()).isPresent();
    row.put("stage", isProspect ? "Prospect" : "Suspect");
    row.put("cycle", 0).putNull("stageSince");
    row.set("scorecard", write(id, card));
    row.putArray("history");
    return Optional.of(row);
  }

  private ObjectNode row(Lead lead, Instant now) {
    var row = StandingText.write(lead);
    row.put("stageSince", EventJson.format(lead.standing().since()));
    row.put("waits", lead.standing().waiting().map(Announcement.Waiting::words).orElse(null));
    var traits = lead.card().traits();
    row.put("name", traits.path("name").asText(traits.path("email").asText(null)));
    row.set("scorecard", write(lead.id(), card(lead.id(), lead.identity(), now)));
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

  /** Of what the functions would read; none of a lead with too much even of that. */
  private Optional<Scorecard> card(LeadId id, Identity identity, Instant now) {
    try (var held = cards.read(id, identity, models.current(now).model())) {
      return Optional.of(held.score(now));
    } catch (TooLarge _) {
      return Optional.empty();
    }
  }

  private static ObjectNode write(LeadId id, Optional<Scorecard> card) {
    return card.map(it -> ScorecardJson.write(id.value(), it))
        .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("limited", "too many events"));
  }
}
