package dev.warmline.measure.simulation;

import dev.warmline.aws.dynamo.DynamoSources;
import dev.warmline.aws.dynamo.ModelPublisher;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.dynamo.TeamPublisher;
import dev.warmline.event.DailyLimit;
import dev.warmline.event.Source;
import dev.warmline.event.SourceForm;
import dev.warmline.event.Trust;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Retry;
import dev.warmline.rule.Model;
import dev.warmline.testkit.SettableClock;
import dev.warmline.testkit.dynamo.ItemChange;
import dev.warmline.testkit.dynamo.LaggingIndexes;
import dev.warmline.testkit.dynamo.MemoryDynamo;
import dev.warmline.testkit.dynamo.TroubledDynamo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Everything there is in one run: tables, streams, topic, clock, and who works. */
final class World {
  static final String START = "2026-03-02T09:00:00Z";
  static final String SERVER = "server-key";
  static final String BROWSER = "browser-key";
  static final String BACKFILL = "backfill-key";

  private static final int LANES = 4;
  private static final int ATTEMPTS = 12;

  private final SettableClock clock = new SettableClock(START);
  private final OneThread threads = new OneThread();
  private final Dice dice;
  private final Trace trace;
  private final Gate gate;
  private final Manner manner;
  private final LaggingIndexes indexes = new LaggingIndexes(DeployedFunctions.tables(), clock);
  private final MemoryDynamo tables = new MemoryDynamo(this::changed);
  private final List<Lane> events = lanes();
  private final List<Lane> leads = lanes();
  private final List<Instance> instances = new ArrayList<>();
  private final Witness witness = new Witness(clock, tables);
  private int leadsFounded;
  private int writes;
  private final Notices notices = new Notices(clock, witness::identityOf);

  World(Scenario scenario, boolean isTraced) {
    dice = new Dice(scenario.seed());
    trace = new Trace(isTraced, clock);
    gate = new Gate(this, scenario.faults());
    manner = scenario.manner();
    DeployedFunctions.tables().forEach(tables::createTable);
    var sources = new DynamoSources(tables, DeployedFunctions.TABLES.models());
    sources.putSource(SERVER, Source.of("shop", Trust.SERVER));
    sources.putSource(BROWSER, Source.of("site", Trust.BROWSER));
    sources.putSource(
        BACKFILL,
        new Source("past", Trust.SERVER, Set.of(), DailyLimit.NONE, true, SourceForm.PLAIN));
  }

  SettableClock clock() {
    return clock;
  }

  OneThread threads() {
    return threads;
  }

  Dice dice() {
    return dice;
  }

  Trace trace() {
    return trace;
  }

  Gate gate() {
    return gate;
  }

  Manner manner() {
    return manner;
  }

  Notices notices() {
    return notices;
  }

  /** The tables without any trouble, for whoever looks at them from outside. */
  MemoryDynamo tables() {
    return tables;
  }

  List<Lane> events() {
    return events;
  }

  List<Lane> leads() {
    return leads;
  }

  /** What was seen that no table tells afterwards. */
  Witness witness() {
    return witness;
  }

  void publish(Deed.Publish deed) {
    var published =
        new ModelPublisher(tables, DeployedFunctions.TABLES.models())
            .publish(deed.model(), deed.quiet(), clock.instant());
    witness.published(
        published.number(), Model.of(deed.model(), published.version()), deed.quiet());
  }

  void publish(Deed.Staffed deed) {
    var draft = new TeamPublisher.Draft(deed.team(), "published");
    var publisher = new TeamPublisher(tables, DeployedFunctions.TABLES.models());
    witness.rota().staffed(publisher.publish(_ -> draft, Staff.LEAD, clock.instant()));
  }

  /** A free instance of a function, now and then a new one. */
  Instance instance(String function) {
    var free =
        instances.stream()
            .filter(it -> it.isFree() && it.function().equals(function))
            .findFirst()
            .filter(it -> !dice.onceIn(5));
    return free.orElseGet(() -> start(function));
  }

  /** The earliest instant at which something is due, whatever the index shows. */
  Optional<Instant> nextDue() {
    return tables.items(DeployedFunctions.TABLES.leads()).stream()
        .flatMap(item -> Optional.ofNullable(item.get(Schema.DUE_SORT)).stream())
        .map(value -> Instant.parse(value.s()))
        .min(Instant::compareTo);
  }

  /** Whether there is a team. */
  boolean isStaffed() {
    return !witness.rota().teams().isEmpty();
  }

  /** How often anything of leads and queues was written. */
  int writes() {
    return writes;
  }

  /** Differs, almost surely, if anything was called, written or said otherwise. */
  int fingerprint() {
    var stored =
        DeployedFunctions.tables().stream()
            .flatMap(table -> tables.items(table.tableName()).stream())
            .map(item -> new TreeMap<>(item).toString())
            .sorted()
            .toList();
    var said = notices.published().stream().map(Notices.Published::body).toList();
    return Objects.hash(gate.fingerprint(), stored, said, notices.posts());
  }

  /** Whether every invocation has ended. */
  boolean isIdle() {
    return instances.stream().noneMatch(Instance::isBusy);
  }

  private Instance start(String function) {
    var instance = new Instance(function);
    var weather = gate.weather(instance);
    instance.deploy(
        new DeployedFunctions(
            new TroubledDynamo(tables, indexes, weather),
            new Outside(notices, instance, weather),
            new Retry(ATTEMPTS, this::pause),
            this::nextLead,
            clock));
    instances.add(instance);
    return instance;
  }

  /** Random ones would make every run another one. */
  private LeadId nextLead() {
    return new LeadId("l-" + ++leadsFounded);
  }

  private void pause(int repetition) {
    threads.sleep(clock.instant().plusMillis(8L << Math.min(repetition, 6)));
  }

  private void changed(ItemChange change) {
    if (change.table().equals(DeployedFunctions.TABLES.events())) {
      witness.logged(change);
      add(events, change);
    }
    if (change.table().equals(DeployedFunctions.TABLES.leads())) {
      writes++;
      witness.changed(change);
      if (DeployedFunctions.isForDetect(change)) {
        add(leads, change);
      }
    }
  }

  private void add(List<Lane> lanes, ItemChange change) {
    var lane = lanes.get(laneOf(change));
    lane.add(change);
    if (manner.delayed() && dice.onceIn(12)) {
      lane.delayUntil(clock.instant().plus(dice.within(Duration.ofMinutes(20))));
    }
    if (manner.delayed() && dice.onceIn(150)) {
      lane.delayUntil(clock.instant().plus(dice.within(Duration.ofHours(8))));
    }
  }

  /** A stream keeps the order of one partition key. */
  private static int laneOf(ItemChange change) {
    return Math.floorMod(pk(change).hashCode(), LANES);
  }

  private static String pk(ItemChange change) {
    return Optional.ofNullable(change.keys().get(Schema.PK)).map(AttributeValue::s).orElse("");
  }

  private static List<Lane> lanes() {
    var lanes = new ArrayList<Lane>();
    for (var i = 0; i < LANES; i++) {
      lanes.add(new Lane());
    }
    return lanes;
  }
}
