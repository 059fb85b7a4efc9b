package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.lead.Lead;
import dev.warmline.lead.Notice;
import dev.warmline.lead.Retry.StillConflicting;
import dev.warmline.lead.Standing;
import dev.warmline.lead.Wanted;
import dev.warmline.team.QueueTurns.Allotment;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.TestLeads;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of owners and clocks, whoever comes, goes, acts and crashes. */
class TeamLawsTest {
  private static final String MODEL =
      """
      {"name":"laws","scores":{"engagement":{"rules":[
         {"id":"visit","says":"Looked around","when":{"type":["page"]},"points":60}]}},
       "qualify":{"enter":{"score":"engagement","at-least":60},"required":["email"]},
       "recycle":{"after":"20d","unqualified-after":"15d"},
       "routes":[{"queue":"inbound"}],
       "return-reasons":{"no-need":null,"bad-data":{"answer":"required"},
          "timing":{"until":"asked","again-to":"same"},"wrong-queue":{"path":"queue"}}}
      """;
  private static final List<String> SALES = List.of("kim", "bo", "cy", "di");
  private static final int CAPACITY = 6;
  private static final int STEPS = 60;

  private final MemoryPipeline pipeline = new MemoryPipeline(MemoryPipeline.model(MODEL), false);
  private final Map<String, Set<String>> returned = new TreeMap<>();
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private Random random = new Random(0);
  private Set<String> away = Set.of();
  private int count;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverHappensTheLawsHold(long seed) {
    random = new Random(seed);
    publish();
    for (var step = 0; step < STEPS; step++) {
      var before = owners();
      var isAct = step(false);
      checkLeads();
      checkPlaces();
      if (!isAct) {
        checkGiven(before);
      }
    }
    checkNotices();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theyHoldThroughCrashesOnceThePlacesAreCounted(long seed) {
    random = new Random(seed);
    publish();
    for (var step = 0; step < STEPS; step++) {
      step(true);
      checkLeads();
    }
    for (var faults : List.of(pipeline.leads.faults(), pipeline.queues.faults())) {
      faults.failNextBefore(0);
      faults.failNextAfter(0);
    }
    now = now.plus(Duration.ofHours(1));
    pipeline.owners.recount(now);
    checkPlaces();
    checkNotices();
  }

  /** Whether a person did something. */
  private boolean step(boolean crashes) {
    if (crashes && random.nextInt(3) == 0) {
      var store = random.nextBoolean() ? pipeline.leads.faults() : pipeline.queues.faults();
      if (random.nextBoolean()) {
        store.failNextBefore(1 + random.nextInt(2));
      } else {
        store.failNextAfter(1 + random.nextInt(2));
      }
    }
    var kind = random.nextInt(8);
    switch (kind) {
      case 0, 1, 2 -> arrive();
      case 3, 4 -> act();
      case 5 -> publish();
      case 6 -> pass(Duration.ofMinutes(20L + random.nextInt(600)));
      default -> pass(Duration.ofDays(1 + random.nextInt(3)));
    }
    return kind == 3 || kind == 4;
  }

  /** Whose each lead is, by user and cycle. */
  private Map<String, String> owners() {
    var owners = new TreeMap<String, String>();
    for (var number = 1; number <= count; number++) {
      var standing = lead("u-" + number).standing();
      var user = "u-" + number;
      if (standing.isWithSales()) {
        standing.owner().ifPresent(owner -> owners.put(user + " " + standing.cycle(), owner));
      }
    }
    return owners;
  }

  /** Nobody was given by Warmline what they may not have. */
  private void checkGiven(Map<String, String> before) {
    owners()
        .forEach(
            (lead, owner) -> {
              if (!owner.equals(before.get(lead))) {
                var user = lead.substring(0, lead.indexOf(' '));
                assertThat(away).as(lead).doesNotContain(owner);
                assertThat(returned.getOrDefault(user, Set.of())).as(lead).doesNotContain(owner);
                assertThat(pipeline.queues.find("inbound").open(owner))
                    .isLessThanOrEqualTo(CAPACITY);
              }
            });
  }

  private void publish() {
    away = SALES.stream().filter(_ -> random.nextInt(4) == 0).collect(Collectors.toSet());
    var people = new ArrayList<String>();
    for (var id : SALES) {
      var date = now.atZone(ZoneOffset.UTC).toLocalDate();
      var absent = away.contains(id) ? "\"%s..%s\"".formatted(date, date.plusYears(1)) : "";
      people.add(
          "\"%s\":{\"name\":\"%1$s\",\"email\":\"%1$s@corp.example\",\"role\":\"sales\",\"away\":[%s]}"
              .formatted(id, absent));
    }
    var text =
        """
        {"people":{%s,"lee":{"name":"Lee","email":"lee@corp.example","role":"lead"}},
         "calendars":{"days":{"zone":"UTC","open":{"mon-fri":["09:00-17:00"]}}},
         "queues":{
           "inbound":{"members":["kim","bo","cy","di"],"capacity":%d,"calendar":"days"},
           "second":{"members":["bo","di"],"capacity":%2$d,"give":"first-to-take"}},
         "sla":[{"accept-within":"%dh","contact-within":"8h"}],"answer-return-within":"4h"}
        """
            .formatted(String.join(",", people), CAPACITY, 1 + random.nextInt(8));
    try {
      pipeline.teams.publish((ObjectNode) Json.read(text), now);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void arrive() {
    var batch = new ArrayList<Event>();
    for (var lead = random.nextInt(4); lead >= 0; lead--) {
      count++;
      var user = "u-" + count;
      var domain = random.nextInt(3) == 0 ? "acme.example" : "gmail.com";
      batch.add(sent(TestEvents.identify("i-" + count).trait("email", user + "@" + domain), user));
      batch.add(sent(TestEvents.page("p-" + count, "/"), user));
    }
    pipeline.append(batch);
    pipeline.scoreUntilDone(batch, now);
  }

  private Event sent(TestEvents event, String user) {
    return event.user(user).at(now.toString()).receivedAt(now.toString()).build();
  }

  private void act() {
    if (count == 0) {
      return;
    }
    var user = "u-" + (1 + random.nextInt(count));
    var person = SALES.get(random.nextInt(SALES.size()));
    var fields = EventJson.newObject();
    switch (random.nextInt(8)) {
      case 0, 1 -> fields.put("act", "accepted");
      case 2 -> fields.put("act", "returned").put("reason", "no-need");
      case 3 -> fields.put("act", "returned").put("reason", "bad-data");
      case 4 -> fields.put("act", "returned").put("reason", "wrong-queue").put("queue", "second");
      case 5 -> fields.put("act", "assigned").put("owner", person);
      case 6 -> fields.put("act", "contacted").put("how", "phone");
      default -> fields.put("act", "won");
    }
    var id = "a-" + now + random.nextInt();
    for (var done = false; !done; ) {
      done = done(user, id, person, fields);
    }
  }

  private boolean done(String user, String id, String person, ObjectNode fields) {
    try {
      var acted = pipeline.acts.act(lead(user).id(), id, person, fields, now).orElseThrow();
      if (!acted.answer().isRefused() && fields.path("act").asText().equals("returned")) {
        returned.computeIfAbsent(user, _ -> new TreeSet<>()).add(person);
      }
      return true;
    } catch (StoreUnavailable | StillConflicting again) {
      return false;
    }
  }

  private void pass(Duration time) {
    var end = now.plus(time);
    for (var next = due(end); next.isPresent(); next = due(end)) {
      now = next.get().isAfter(now) ? next.get() : now.plusSeconds(60);
      try {
        pipeline.tickClock.tick("test", now, 100, Set.of());
      } catch (StoreUnavailable again) {
        // the next tick goes on
      }
    }
    now = end.isAfter(now) ? end : now;
  }

  private Optional<Instant> due(Instant end) {
    return Stream.concat(
            pipeline.leads.all().stream().map(Lead::due),
            pipeline.leads.notices().stream().map(Notice::due))
        .flatMap(Optional::stream)
        .filter(at -> !at.isAfter(end))
        .min(Instant::compareTo);
  }

  /** Every lead of sales has an owner or a queue, and a clock; nobody has what they may not. */
  private void checkLeads() {
    for (var lead : pipeline.leads.all()) {
      var standing = lead.standing();
      if (standing.isWithSales()) {
        assertThat(standing.assignment().queue()).as(lead.id().value()).isPresent();
        assertThat(hasClock(standing)).as(lead.id() + " " + standing).isTrue();
      }
    }
  }

  private static boolean hasClock(Standing standing) {
    var deadlines = standing.deadlines();
    return switch (standing.place()) {
      case ANNOUNCED -> deadlines.acceptBy().isPresent() && deadlines.notWorked().isPresent();
      case SAL -> deadlines.notQualified().isPresent();
      default -> true;
    };
  }

  /** What the queues count is what the leads say. */
  private void checkPlaces() {
    for (var queue : List.of("inbound", "second")) {
      var counted =
          pipeline.queues.find(queue).allotments().stream()
              .filter(Allotment::open)
              .map(it -> it.key() + " " + it.owner())
              .collect(Collectors.toCollection(TreeSet::new));
      var said =
          pipeline.leads.all().stream()
              .filter(lead -> !lead.isTombstone() && lead.standing().isWithSales())
              .filter(
                  lead -> lead.standing().assignment().queue().filter(queue::equals).isPresent())
              .flatMap(lead -> lead.standing().owner().stream().map(owner -> place(lead, owner)))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(counted).as(queue).isEqualTo(said);
    }
  }

  private static String place(Lead lead, String owner) {
    return Wanted.key(lead.id(), lead.standing().cycle()) + " " + owner;
  }

  /** Each step once for a cycle and owner. */
  private void checkNotices() {
    var steps =
        pipeline.leads.notices().stream()
            .filter(it -> Set.of("reminder", "overdue", "uncontacted").contains(word(it)))
            .map(
                it ->
                    it.id().subject() + " " + it.id().cycle() + " " + word(it) + it.why() + it.to())
            .toList();
    assertThat(steps).doesNotHaveDuplicates();
  }

  private static String word(Notice notice) {
    return notice.id().kind().word();
  }

  private Lead lead(String user) {
    return pipeline
        .directory
        .findLead(TestLeads.user(user))
        .flatMap(pipeline.directory::findLiving)
        .orElseThrow();
  }
}
