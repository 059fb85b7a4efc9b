package dev.warmline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.authoring.YamlModels;
import dev.warmline.aws.dynamo.NoticeItems;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.dynamo.Tables;
import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.event.Lanes;
import dev.warmline.event.Profile;
import dev.warmline.lead.CycleRecord.Mark;
import dev.warmline.lead.Lead;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Retry;
import dev.warmline.lead.Standing;
import dev.warmline.lead.Standing.Place;
import dev.warmline.rule.Publication;
import dev.warmline.testkit.SettableClock;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.dynamo.MemoryDynamo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * People visit and sales works them; the leads table is lost and comes back from a backup, from an
 * older one, or from the log alone. Restoring tells nobody. Whoever sales had is where sales left
 * them, and is not announced again when they return; nobody else is overlooked.
 */
class LossTest {
  private static final TableNames STACK = TableNames.withPrefix("stack");
  private static final TableNames COPY = TableNames.withPrefix("copy");
  private static final List<String> PEOPLE = List.of("ada", "bob", "cleo", "dan", "eve", "fay");
  private static final List<String> ACTS =
      List.of(
          "accepted", "contacted", "qualified", "returned", "lost", "won", "handed-over", "noted");

  private final MemoryDynamo client = new MemoryDynamo(_ -> {});
  private final SettableClock clock = new SettableClock("2026-03-02T09:00:00Z");
  private Publication publication =
      new Publication(
          1, YamlModels.read("test", RebuildTest.MODEL).model().orElseThrow(), Instant.EPOCH);
  private Stores stores = new Stores(client, STACK);
  private int events;

  @ParameterizedTest
  @MethodSource("seeds")
  void aBackupOfNowBringsBackWhatWas(int seed) {
    var random = new Random(seed);
    live(random, 60);
    copy();
    var before = everybody();

    restore();

    assertThat(standings(everybody())).isEqualTo(standings(before));
    returnOf(everybody());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anOlderBackupAndTheLogBringBackWhatSalesDid(int seed) {
    var random = new Random(seed);
    live(random, 40);
    copy();
    var old = everybody();
    live(random, 20);
    var before = everybody();
    var done = marks();

    restore();

    var after = everybody();
    agree(before, after);
    assertThat(marks()).isEqualTo(done);
    old.forEach(
        (who, lead) -> {
          if (isSameCycle(lead, of(before, who)) && lead.standing().isWithSales()) {
            assertThat(of(after, who).standing().place()).isNotEqualTo(Place.WAITING);
          }
        });
    returnOf(after);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theLogAloneBringsBackWhatSalesDid(int seed) {
    live(new Random(seed), 60);
    var before = everybody();
    var done = marks();

    restore();

    agree(before, everybody());
    assertThat(marks()).isEqualTo(done);
    returnOf(everybody());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whoeverComesWhileItIsRestoredIsTold(int seed) {
    live(new Random(seed), 60);
    var before = everybody();
    lose();
    clock.advance(Duration.ofMinutes(1));
    stores.eventLog().append(PEOPLE.stream().map(this::visit).toList());

    rebuild();

    for (var who : PEOPLE) {
      var is = lead(who).orElseThrow();
      var was = Optional.ofNullable(before.get(who)).map(lead -> lead.standing().place());
      var isNews = is.standing().place() == Place.ANNOUNCED;
      var isOld = isNews && was.filter(Place.ANNOUNCED::equals).isPresent();
      assertThat(untold().stream().filter(id -> id.lead().equals(Optional.of(is.id()))).count())
          .as("notices of %s, who was %s and is %s", who, was, is.standing().place())
          .isBetween(isNews && !isOld ? 1L : 0L, isNews ? 1L : 0L);
    }
  }

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 40);
  }

  /** What was done with everybody, by cycles. */
  private Map<String, List<Mark>> marks() {
    var marks = new TreeMap<String, List<Mark>>();
    everybody()
        .forEach(
            (who, lead) ->
                stores
                    .leadStore()
                    .listCycles(lead.id())
                    .forEach(cycle -> marks.put(who + " " + cycle.number(), cycle.marks())));
    return marks;
  }

  /** Sales was told of somebody nobody worked yet: that alone is not in the log. */
  private static void agree(Map<String, Lead> before, Map<String, Lead> after) {
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach(
        (who, lead) -> {
          var was = lead.standing().place();
          var is = of(after, who).standing().place();
          assertThat(is)
              .as("%s, who was %s", who, was)
              .isIn(was == Place.ANNOUNCED ? Set.of(was, Place.WAITING) : Set.of(was));
        });
  }

  private static Lead of(Map<String, Lead> leads, String who) {
    return Objects.requireNonNull(leads.get(who), who);
  }

  private static boolean isSameCycle(Lead one, Lead other) {
    return other.standing().isWithSales() && one.standing().cycle() == other.standing().cycle();
  }

  private static Map<String, Standing> standings(Map<String, Lead> leads) {
    return leads.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().standing()));
  }

  /** Everybody comes again: whom sales has is not announced, and whoever qualifies is. */
  private void returnOf(Map<String, Lead> before) {
    assertThat(untold()).as("restoring tells nobody").isEmpty();
    for (var who : PEOPLE) {
      happen(visit(who));
      var is = lead(who).orElseThrow();
      var isNews =
          is.standing().isWithSales()
              && Optional.ofNullable(before.get(who))
                  .filter(lead -> lead.standing().isWithSales())
                  .isEmpty();
      assertThat(untold().stream().filter(id -> id.lead().equals(Optional.of(is.id()))).count())
          .as("notices of %s, who is %s", who, is.standing().place())
          .isEqualTo(isNews ? 1 : 0);
    }
  }

  private Map<String, Lead> everybody() {
    var leads = new TreeMap<String, Lead>();
    PEOPLE.forEach(who -> lead(who).ifPresent(lead -> leads.put(who, lead)));
    return leads;
  }

  private Optional<Lead> lead(String who) {
    var directory = stores.directory();
    return directory.findLead(Profile.user(who).orElseThrow().key()).flatMap(directory::findLiving);
  }

  /** What sales is still to be told. */
  private List<NoticeId> untold() {
    var leads = stores.leadStore();
    return client.items(STACK.leads()).stream()
        .flatMap(item -> NoticeItems.id(Objects.requireNonNull(item.get(Schema.SK)).s()).stream())
        .filter(id -> id.kind().announces())
        .filter(id -> leads.findNotice(id).filter(notice -> !notice.isClosed()).isPresent())
        .toList();
  }

  // ---------------------------------------------------------------------- a life

  @BeforeEach
  void makeTables() {
    Tables.definitions(STACK).forEach(client::createTable);
    Tables.definitions(COPY).forEach(client::createTable);
  }

  private void live(Random random, int steps) {
    for (var step = 0; step < steps; step++) {
      clock.advance(Duration.ofMinutes(1 + random.nextInt(60)));
      var who = PEOPLE.get(random.nextInt(PEOPLE.size()));
      happen(
          random.nextInt(5) < 3 ? visit(who) : outcome(who, ACTS.get(random.nextInt(ACTS.size()))));
    }
  }

  private Event visit(String who) {
    return TestEvents.page("e" + ++events, "/")
        .user(who)
        .at(clock.instant().toString())
        .receivedAt(clock.instant().toString())
        .build();
  }

  private Event outcome(String who, String act) {
    return TestEvents.event("e" + ++events, EventType.OUTCOME)
        .user(who)
        .with("act", act)
        .with("reason", "timing")
        .at(clock.instant().toString())
        .receivedAt(clock.instant().toString())
        .build();
  }

  private void happen(Event event) {
    stores.eventLog().append(List.of(event));
    var now = clock.instant();
    for (var id : stores.whose().leadsOf(event, now)) {
      stores.evaluateActs().evaluate(id, publication, now, List.of(event));
    }
  }

  // ---------------------------------------------------------------------- the loss

  private void copy() {
    client
        .items(STACK.leads())
        .forEach(item -> client.putItem(put -> put.tableName(COPY.leads()).item(item)));
  }

  private void restore() {
    lose();
    new Restore(client, COPY.leads(), STACK.leads(), stores.erasures(), clock.instant()).leads();
    rebuild();
  }

  /** What came until now is kept quiet. */
  private void lose() {
    for (var item : client.items(STACK.leads())) {
      var key =
          Map.of(
              Schema.PK,
              Objects.requireNonNull(item.get(Schema.PK)),
              Schema.SK,
              Objects.requireNonNull(item.get(Schema.SK)));
      client.deleteItem(delete -> delete.tableName(STACK.leads()).key(key));
    }
    clock.advance(Duration.ofHours(1));
    stores = new Stores(client, STACK);
    publication = new Publication(2, publication.model(), clock.instant());
  }

  private void rebuild() {
    var rebuild =
        new Rebuild(
            stores.eventLog(),
            stores::whose,
            new Relive(stores.eventLog(), stores.leadStore(), Retry.times(5)),
            stores.evaluateActs(),
            Lanes.ONE,
            clock);
    var done = rebuild.run(Profiles.in(client, STACK.events()), publication);
    assertThat(done.failed()).isEmpty();
    stores = new Stores(client, STACK);
  }
}
