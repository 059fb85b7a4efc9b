package dev.warmline.measure.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.DynamoSources;
import dev.warmline.aws.dynamo.ErasedItems;
import dev.warmline.aws.dynamo.EventItems;
import dev.warmline.aws.dynamo.ModelPublisher;
import dev.warmline.aws.dynamo.ModelPublisher.Quiet;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.event.Source;
import dev.warmline.event.Trust;
import dev.warmline.lead.Identity;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Retry;
import dev.warmline.testkit.SettableClock;
import dev.warmline.testkit.dynamo.ItemChange;
import dev.warmline.testkit.dynamo.LaggingIndexes;
import dev.warmline.testkit.dynamo.MemoryDynamo;
import dev.warmline.testkit.dynamo.Trouble;
import dev.warmline.testkit.dynamo.TroubledDynamo;
import dev.warmline.testkit.dynamo.Weather;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Some people share devices and addresses and are joined; one of them is erased while everything
 * that could bring them back goes on: clients repeat requests, stream records come late and again,
 * others import them and say who they are, a backup is restored, and calls fail anywhere.
 */
final class ErasureRun {
  private static final List<String> USERS = List.of("ursula", "viktor", "walter");
  private static final List<String> DEVICES = List.of("phone", "tablet");

  private final SettableClock clock = new SettableClock(World.START);
  private final List<ItemChange> records = new ArrayList<>();
  private final List<ItemChange> toScore = new ArrayList<>();
  private final MemoryDynamo tables = new MemoryDynamo(this::changed);
  private final List<String> requests = new ArrayList<>();
  private final Dice dice;
  private final DeployedFunctions functions;
  private Map<String, List<Map<String, AttributeValue>>> backup = Map.of();
  private int events;
  private int founded;

  ErasureRun(long seed) {
    dice = new Dice(seed);
    DeployedFunctions.tables().forEach(tables::createTable);
    var sources = new DynamoSources(tables, DeployedFunctions.TABLES.models());
    sources.putSource(World.SERVER, Source.of("shop", Trust.SERVER));
    new ModelPublisher(tables, DeployedFunctions.TABLES.models())
        .publish(SimulationModels.any(dice), Quiet.KEEP, clock.instant());
    functions = functions(tables);
  }

  private DeployedFunctions functions(DynamoDbClient client) {
    return new DeployedFunctions(
        client,
        new Outside(
            new Notices(clock, _ -> Identity.of(key("nobody"))),
            new Instance("all"),
            _ -> new Trouble.None()),
        Retry.times(50),
        () -> new LeadId("l-" + ++founded),
        clock);
  }

  private void changed(ItemChange change) {
    if (change.table().equals(DeployedFunctions.TABLES.events())
        && change.eventName().equals("INSERT")) {
      records.add(change);
      toScore.add(change);
    }
  }

  /**
   * What is wrong afterwards, in words; nothing if they stayed erased and came back by themselves.
   */
  List<String> breaches() {
    for (var step = 0; step < 40; step++) {
      happen();
    }
    backup =
        Map.of(
            DeployedFunctions.TABLES.events(), tables.items(DeployedFunctions.TABLES.events()),
            DeployedFunctions.TABLES.leads(), tables.items(DeployedFunctions.TABLES.leads()));
    for (var step = 0; step < 10; step++) {
      happen();
    }
    scoreAll();
    var who = "ursula";
    var lead = lead(who).orElseThrow();
    clock.advance(Duration.ofMillis(1));
    erase(lead.id().value());
    clock.advance(Duration.ofSeconds(5));
    disturb(8);
    clock.advance(Duration.ofMinutes(1));
    erase(lead.id().value());
    disturb(20);
    scoreAll();
    endErasure(lead.id().value());
    disturb(20);
    scoreAll();
    var wrong = new ArrayList<>(remains(lead, "erased"));
    clock.advance(Duration.ofHours(1));
    var back = clock.instant();
    send(identify(who, clock.instant()));
    scoreAll();
    disturb(20);
    scoreAll();
    wrong.addAll(newBeginning(who, lead, back));
    return wrong;
  }

  private void happen() {
    clock.advance(dice.within(Duration.ofMinutes(30)).plusMillis(1));
    var who = dice.pick(USERS);
    var now = clock.instant();
    switch (dice.below(8)) {
      case 0, 1 -> send(identify(who, now));
      case 2 -> send(identify(who, now).put("anonymousId", dice.pick(DEVICES)));
      case 3 -> send(event("page", now).put("anonymousId", dice.pick(DEVICES)));
      case 4 -> send(event("track", now).put("event", "Demo").put("userId", who));
      case 5 -> send(imported(who));
      case 6 -> send(event("page", now).put("userId", who).put("anonymousId", dice.pick(DEVICES)));
      default -> joined();
    }
    if (!dice.onceIn(3)) {
      scoreAll();
    }
  }

  /** Seldom: whoever is joined is one person, and erased as one. */
  private void joined() {
    if (dice.onceIn(6)) {
      send(event("alias", clock.instant()).put("userId", "viktor").put("previousId", "ursula"));
    }
  }

  /** What could bring somebody back. */
  private void disturb(int times) {
    for (var n = 0; n < times; n++) {
      clock.advance(dice.within(Duration.ofMillis(300)));
      disturb();
    }
  }

  private void disturb() {
    switch (dice.below(6)) {
      case 0 -> functions.collect(World.SERVER, dice.pick(requests));
      case 1 -> functions.score(List.of(dice.pick(records)));
      case 2 -> send(imported("ursula"));
      case 3 -> restore();
      case 4 -> scoreAll();
      default -> {
        var past = clock.instant().minus(Duration.ofDays(2));
        send(event("alias", past).put("userId", "ursula").put("previousId", "viktor"));
      }
    }
  }

  private void endErasure(String lead) {
    for (var again = erase(lead); again.isPresent(); again = erase(lead)) {
      clock.advance(Duration.between(clock.instant(), again.get()).plusMillis(1));
    }
  }

  /** When it is to be asked for again; empty once it is through. */
  private Optional<Instant> erase(String lead) {
    for (var attempt = 0; attempt < 200; attempt++) {
      try {
        var client =
            new TroubledDynamo(tables, new LaggingIndexes(List.of(), clock), this::weather);
        var erase = new Stores(client, DeployedFunctions.TABLES).eraseLead();
        return erase.erase(lead, clock.instant()).orElseThrow().again();
      } catch (RuntimeException interrupted) {
        clock.advance(Duration.ofMillis(20));
      }
    }
    throw new IllegalStateException("it is never through");
  }

  private Trouble weather(Weather.Call call) {
    if (dice.onceIn(12)) {
      disturb();
    }
    if (dice.onceIn(25)) {
      return call.kind().isWrite() ? new Trouble.LostAnswer() : new Trouble.Throttled();
    }
    return new Trouble.None();
  }

  private void restore() {
    var erased =
        new ErasedItems(new Stores(tables, DeployedFunctions.TABLES).erasures(), clock.instant());
    backup.forEach(
        (table, items) ->
            items.stream()
                .flatMap(item -> erased.kept(item).stream())
                .forEach(item -> putIfAbsent(table, item)));
  }

  private void putIfAbsent(String table, Map<String, AttributeValue> item) {
    try {
      tables.putItem(
          put ->
              put.tableName(table)
                  .item(item)
                  .conditionExpression("attribute_not_exists(" + Schema.PK + ")"));
    } catch (ConditionalCheckFailedException e) {
      return; // it is there
    }
  }

  private void send(ObjectNode event) {
    var envelope = EventJson.newObject();
    envelope.putArray("batch").add(event);
    var body = Json.write(envelope);
    requests.add(body);
    functions.collect(World.SERVER, body);
  }

  private void scoreAll() {
    var batch = List.copyOf(toScore);
    toScore.clear();
    if (!batch.isEmpty()) {
      functions.score(batch);
    }
  }

  private ObjectNode event(String type, Instant at) {
    return EventJson.newObject()
        .put("type", type)
        .put("messageId", "m-" + ++events)
        .put("timestamp", EventJson.format(at));
  }

  private ObjectNode identify(String who, Instant at) {
    var event = event("identify", at).put("userId", who);
    event.putObject("traits").put("email", who + "@acme.example");
    return event;
  }

  private ObjectNode imported(String who) {
    var event = event("import", clock.instant());
    event.putObject("traits").put("email", who + "@acme.example").put("size", "big");
    return dice.onceIn(2) ? event : event.put("userId", who);
  }

  private Optional<Lead> lead(String who) {
    var directory = new Stores(tables, DeployedFunctions.TABLES).directory();
    return directory.findLead(key(who)).flatMap(directory::findLiving);
  }

  private static ProfileKey key(String user) {
    return Profile.user(user).orElseThrow().key();
  }

  /** Whatever names one of them, or any lead of theirs: nobody has come back by then. */
  private List<String> remains(Lead erased, String when) {
    var wrong = new ArrayList<String>();
    for (var event : log()) {
      if (erased.identity().persons().contains(event.profile().key())) {
        wrong.add(when + ": event " + event.id() + " of " + event.profile());
      }
    }
    for (var item : tables.items(DeployedFunctions.TABLES.leads())) {
      var pk = text(item, Schema.PK);
      var sk = text(item, Schema.SK);
      if (pk.equals(erased.id().value()) && !sk.startsWith(Schema.CYCLES)) {
        wrong.add(when + ": " + pk + " " + sk);
      }
      if (sk.equals(Schema.LINK)
          && erased.identity().persons().stream().anyMatch(it -> it.value().equals(pk))) {
        wrong.add(when + ": a link of an erased person to " + text(item, Schema.LINKED_LEAD));
      }
    }
    return wrong;
  }

  private List<String> newBeginning(String who, Lead erased, Instant back) {
    var lead = lead(who);
    if (lead.isEmpty()) {
      return List.of("their own new form founds no lead");
    }
    var theirs = log().stream().filter(lead.get().identity()::owns).toList();
    var old = theirs.stream().filter(event -> event.receivedAt().isBefore(back)).map(Event::id);
    var wrong = new ArrayList<>(old.map(id -> "came back with old event " + id).toList());
    if (lead.get().id().equals(erased.id())) {
      wrong.add("came back as the erased lead");
    }
    return wrong;
  }

  private List<Event> log() {
    return tables.items(DeployedFunctions.TABLES.events()).stream().map(EventItems::read).toList();
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElse("");
  }
}
