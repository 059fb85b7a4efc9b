package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventType;
import dev.warmline.event.Json;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.lead.Assignment;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.KnownClaims;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.LeadStore.Committed;
import dev.warmline.lead.Retry;
import dev.warmline.lead.Stage;
import dev.warmline.lead.Whose;
import dev.warmline.team.QueueStore;
import dev.warmline.team.QueueTurns;
import dev.warmline.testkit.ForwardingLeadStore;
import dev.warmline.testkit.Race;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.TestLeads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose leads become, from events to what is stored and told. */
class OwnersTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final String MODEL =
      """
      {"name":"owners","scores":{"engagement":{"rules":[
         {"id":"visit","says":"Looked around","when":{"type":["page"]},"points":60}]}},
       "qualify":{"enter":{"score":"engagement","at-least":60},"required":["email"]},
       "segments":[{"id":"large","when":{"traits":{"employees":[{"numeric":[">=",200]}]}}}],
       "routes":[{"segment":"large","queue":"enterprise"},{"queue":"inbound"}],
       "return-reasons":{"no-need":null,"timing":{"until":"asked","again-to":"same"},
          "wrong-queue":{"path":"queue"}}}
      """;
  private static final String TEAM =
      """
      {"people":{
         "kim":{"name":"Kim Lee","email":"kim@corp.example","role":"sales"},
         "bo":{"name":"Bo Novak","email":"bo@corp.example","role":"sales"},
         "cy":{"name":"Cy","email":"cy@corp.example","role":"sales","away":["2026-03-02..2026-03-06"]},
         "ana":{"name":"Ana Ruiz","email":"ana@corp.example","role":"sales"},
         "lee":{"name":"Lee Park","email":"lee@corp.example","role":"lead"}},
       "queues":{
         "inbound":{"members":["kim","bo","cy"],"capacity":CAPACITY},
         "enterprise":{"members":["ana"],"give":"first-to-take"},
         "customers":{"members":["ana"]}},
       "customers":"customers"}
      """;

  private final MemoryPipeline pipeline = new MemoryPipeline(MemoryPipeline.model(MODEL), false);

  @BeforeEach
  void publishTheTeam() {
    publish(20);
  }

  private void publish(int capacity) {
    publish(TEAM.replace("CAPACITY", Integer.toString(capacity)));
  }

  private void publish(String text) {
    try {
      pipeline.teams.publish((ObjectNode) Json.read(text), MONDAY);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void leadsThatComeOneAfterTheOtherGoToThoseWhoAreThereInTurn() {
    var owners = new ArrayList<String>();
    for (var lead = 0; lead < 5; lead++) {
      qualify("u-" + lead, "u-" + lead + "@gmail.com");
      owners.add(owner("u-" + lead));
    }

    assertThat(owners).containsExactly("kim", "bo", "kim", "bo", "kim");
    assertThat(pipeline.queues.find("inbound").open("kim")).isEqualTo(3);
  }

  @Test
  void aHundredInOneBatchAreGivenAsAHundredSingleOnes() {
    publish(100);
    var batch = new ArrayList<Event>();
    for (var lead = 0; lead < 100; lead++) {
      batch.addAll(qualifying("u-" + lead, "u-" + lead + "@gmail.com"));
    }
    pipeline.append(batch);
    pipeline.scoreUntilDone(batch, MONDAY);

    var shares = new TreeMap<String, Integer>();
    for (var lead = 0; lead < 100; lead++) {
      shares.merge(owner("u-" + lead), 1, Integer::sum);
    }
    assertThat(shares).containsOnly(Map.entry("kim", 50), Map.entry("bo", 50));
    assertThat(pipeline.queues.find("inbound").open("kim")).isEqualTo(50);
  }

  @Test
  void whoeverIsToldIsToldWhoHasItAndWhere() {
    qualify("u-1", "ada@gmail.com");
    pipeline.sendAll(MONDAY);

    var message = pipeline.publisher.published().getFirst().message();
    assertThat(message.attributes())
        .containsEntry("owner", "kim")
        .containsEntry("queue", "inbound");
    assertThat(message.json()).contains("\"owner\":\"kim\"", "\"ownerName\":\"Kim Lee\"");
    assertThat(message.text()).containsPattern("Owner +Kim Lee");
    assertThat(cycle("u-1").hands().owner()).contains("kim");
    assertThat(cycle("u-1").queue()).contains("inbound");
  }

  @Test
  void theSameCompanyGoesToTheSameColleague() {
    qualify("u-1", "ada@acme.example");
    qualify("u-2", "bob@other.example");
    qualify("u-3", "eve@acme.example");
    qualify("u-4", "mal@gmail.com");
    qualify("u-5", "joe@gmail.com");

    assertThat(List.of(owner("u-1"), owner("u-2"), owner("u-3"), owner("u-4"), owner("u-5")))
        .containsExactly("kim", "bo", "kim", "kim", "bo");
  }

  @Test
  void whoHasALeadWithTheSameAddressGetsTheOtherToo() {
    qualify("u-1", "ada@gmail.com");
    var typed = TestEvents.identify("typed").trait("email", "ada@gmail.com").browser("web");
    score(List.of(sent(typed, "u-2", MONDAY), visit("u-2", MONDAY)), MONDAY);
    qualify("u-3", "bob@gmail.com");

    assertThat(List.of(owner("u-1"), owner("u-2"), owner("u-3")))
        .containsExactly("kim", "kim", "bo");
    pipeline.sendAll(MONDAY);
    assertThat(pipeline.publisher.published()).hasSize(3);
  }

  @Test
  void colleaguesInOneBatchGoToOneColleague() {
    var batch = new ArrayList<Event>();
    for (var lead = 0; lead < 12; lead++) {
      batch.addAll(qualifying("u-" + lead, "u-" + lead + "@acme.example"));
    }
    pipeline.append(batch);
    pipeline.scoreUntilDone(batch, MONDAY);

    var owners = IntStream.range(0, 12).mapToObj(lead -> owner("u-" + lead)).distinct().toList();
    assertThat(owners).hasSize(1);
    assertThat(pipeline.queues.find("inbound").open(owners.getFirst())).isEqualTo(12);
  }

  @Test
  void colleaguesDoNotWaitForOneAnother() {
    publish(60);
    var lost = new AtomicInteger();
    var counting =
        new ForwardingLeadStore(pipeline.leads) {
          @Override
          public Committed commit(List<Change> changes) {
            var committed = super.commit(changes);
            var isOfLead = changes.stream().anyMatch(Change.PutLead.class::isInstance);
            lost.addAndGet(committed == Committed.CONFLICT && isOfLead ? 1 : 0);
            return committed;
          }
        };
    var owners = new Owners(pipeline.teams, pipeline.queues, counting, (_, _, _) -> {});
    var evaluate =
        new EvaluateLead(pipeline.log, counting, Retry.times(1), pipeline.log::append, owners);
    var batches = new ArrayList<List<Event>>();
    for (var lead = 0; lead < 60; lead++) {
      var batch = qualifying("u-" + lead, "u-" + lead + "@acme.example");
      pipeline.append(batch);
      whose("l-" + lead, batch);
      batches.add(batch);
    }

    Race.of(
        60,
        n ->
            evaluate.evaluate(
                new LeadId("l-" + n), pipeline.models.current(MONDAY), MONDAY, batches.get(n)));

    assertThat(lost).hasValue(0);
    assertThat(IntStream.range(0, 60).mapToObj(n -> owner("u-" + n)).distinct()).hasSize(1);
  }

  private void whose(String lead, List<Event> batch) {
    var whose =
        new Whose(pipeline.leads, Retry.times(1), () -> new LeadId(lead), new KnownClaims());
    batch.forEach(event -> whose.leadsOf(event, MONDAY));
  }

  @Test
  void aGroupIdTellsTheCompanyWhateverTheAddress() {
    qualify("u-1", "ada@gmail.com", group("u-1", "acme"));
    qualify("u-2", "bob@gmail.com", group("u-2", "other"));
    qualify("u-3", "eve@gmail.com", group("u-3", "acme"));

    assertThat(owner("u-3")).isEqualTo(owner("u-1")).isNotEqualTo(owner("u-2"));
  }

  @Test
  void theCompanyOfACustomerGoesToTheQueueForCustomers() {
    qualify("u-1", "ada@acme.example");
    act("u-1", "a-1", "kim", said("won"));

    qualify("u-2", "eve@acme.example");

    assertThat(lead("u-2").standing().assignment().queue()).contains("customers");
    assertThat(owner("u-2")).isEqualTo("ana");
  }

  @Test
  void whatIsForWhoeverTakesItFirstIsTheirsWhoAccepts() {
    qualify("u-1", "ada@gmail.com", employees("u-1", 900));

    assertThat(lead("u-1").standing().assignment().queue()).contains("enterprise");
    assertThat(lead("u-1").standing().owner()).isEmpty();
    act("u-1", "a-1", "ana", said("accepted"));

    assertThat(owner("u-1")).isEqualTo("ana");
    assertThat(pipeline.queues.find("enterprise").open("ana")).isEqualTo(1);
    assertThat(pipeline.unowned).isEmpty();
  }

  @Test
  void whoeverReturnsALeadFreesAPlaceAndDoesNotGetItAgain() {
    publish(1);
    qualify("u-1", "ada@gmail.com");
    qualify("u-2", "bob@gmail.com");
    qualify("u-3", "eve@gmail.com");
    assertThat(lead("u-3").standing().owner()).as("both are full").isEmpty();
    assertThat(lead("u-3").standing().assignment().queue()).contains("inbound");
    assertThat(pipeline.unowned).hasSize(1);

    act("u-1", "a-1", "kim", said("returned").put("reason", "no-need"));
    assertThat(lead("u-1").stage()).isEqualTo(Stage.RECYCLED);
    assertThat(pipeline.queues.find("inbound").open("kim")).isZero();
    qualifyAgain("u-1", MONDAY.plus(Duration.ofDays(1)));

    assertThat(lead("u-1").stage()).isEqualTo(Stage.MQL);
    assertThat(lead("u-1").standing().owner()).as("bo is full, kim gave it back").isEmpty();
  }

  @Test
  void aLeadThatIsSentToAnotherQueueIsGivenThere() {
    qualify("u-1", "ada@gmail.com");
    var fields = said("returned").put("reason", "wrong-queue").put("queue", "customers");

    act("u-1", "a-1", "kim", fields);

    assertThat(lead("u-1").stage()).isEqualTo(Stage.MQL);
    assertThat(owner("u-1")).isEqualTo("ana");
    assertThat(pipeline.queues.find("inbound").open("kim")).isZero();
    assertThat(pipeline.queues.find("customers").open("ana")).isEqualTo(1);
  }

  @Test
  void whomALeadIsAssignedToHasItOnTheirCount() {
    qualify("u-1", "ada@gmail.com");

    act("u-1", "a-1", "lee", said("assigned").put("owner", "bo"));

    assertThat(owner("u-1")).isEqualTo("bo");
    assertThat(pipeline.queues.find("inbound").open("kim")).isZero();
    assertThat(pipeline.queues.find("inbound").open("bo")).isEqualTo(1);
    act("u-1", "a-2", "lee", said("undone"));
    assertThat(owner("u-1")).isEqualTo("kim");
    assertThat(pipeline.queues.find("inbound").open("kim")).isEqualTo(1);
    assertThat(pipeline.queues.find("inbound").open("bo")).isZero();
  }

  @Test
  void whoWasToHaveItAgainHasItOnTheDayThatWasPromised() {
    qualify("u-1", "ada@gmail.com");
    qualify("u-2", "bob@gmail.com");
    var fields = said("returned").put("reason", "timing").put("until", "2026-03-10");
    act("u-1", "a-1", "kim", fields);

    pipeline.tickClock.tick("test", Instant.parse("2026-03-10T09:00:00Z"), 10, Set.of());

    assertThat(lead("u-1").standing().cycle()).isEqualTo(2);
    assertThat(owner("u-1")).isEqualTo("kim");
    assertThat(pipeline.queues.find("inbound").open("kim")).isEqualTo(1);
  }

  @Test
  void whomNobodyCouldBeGivenIsGivenOutOnceWhenAPlaceIsFree() {
    publish(1);
    for (var lead = 1; lead <= 4; lead++) {
      qualify("u-" + lead, "u-" + lead + "@gmail.com");
    }
    assertThat(List.of(owner("u-3"), owner("u-4"))).containsOnly("");
    pipeline.tickClock.tick("test", MONDAY.plus(Duration.ofHours(1)), 10, Set.of());
    assertThat(List.of(owner("u-3"), owner("u-4"))).as("both are full").containsOnly("");
    assertThat(pipeline.unowned).as("said once for each").hasSize(2);

    act("u-1", "a-1", "kim", said("returned").put("reason", "no-need"));
    pipeline.tickClock.tick("test", MONDAY.plus(Duration.ofHours(2)), 10, Set.of());
    pipeline.tickClock.tick("test", MONDAY.plus(Duration.ofHours(3)), 10, Set.of());

    assertThat(List.of(owner("u-3"), owner("u-4"))).containsExactlyInAnyOrder("kim", "");
    assertThat(pipeline.queues.find("inbound").open("kim")).isEqualTo(1);
    pipeline.sendAll(MONDAY.plus(Duration.ofHours(4)));
    assertThat(pipeline.publisher.published())
        .filteredOn(it -> "reassigned".equals(it.message().attributes().get("notice")))
        .singleElement()
        .satisfies(it -> assertThat(it.message().text()).contains("now somebody can take it"));
  }

  @Test
  void theLeadsOfWhoIsGoneGoToTheQueueThatTheFileNames() {
    qualify("u-1", "ada@gmail.com");
    act("u-1", "a-1", "kim", said("accepted"));
    assertThat(owner("u-1")).isEqualTo("kim");
    var team = TEAM.replace("CAPACITY", "20");
    publish(
        team.replaceAll("\"kim\":\\{[^}]*\\},", "")
            .replace("[\"kim\",", "[")
            .replace("\"queues\":", "\"leaves\":{\"kim\":{\"to\":\"inbound\"}},\"queues\":"));

    pipeline.tickClock.tick("test", MONDAY.plus(Duration.ofHours(1)), 10, Set.of());

    assertThat(owner("u-1")).isEqualTo("bo");
    assertThat(lead("u-1").stage()).isEqualTo(Stage.SAL);
    assertThat(pipeline.queues.find("inbound").open("kim")).isZero();
  }

  @Test
  void aCrashAtAnyCallGivesTheSameOwnerAndLeaksNoPlace() {
    var crashed = true;
    for (var call = 0; crashed; call++) {
      for (var after : List.of(false, true)) {
        crashed = new OwnersTest().crash(new CrashAt(call, after));
      }
      assertThat(call).as("calls until nothing crashes").isLessThan(100);
    }
  }

  private boolean crash(CrashAt crash) {
    publishTheTeam();
    qualify("u-0", "u-0@acme.example");
    var batch = qualifying("u-1", "ada@gmail.com");
    pipeline.append(batch);
    founded(batch);
    evaluate(crash, "u-1", batch);
    pipeline.scoreUntilDone(batch, MONDAY);

    assertThat(owner("u-1")).isEqualTo("bo");
    pipeline.owners.recount(MONDAY.plus(Duration.ofHours(1)));
    assertThat(pipeline.queues.find("inbound").open("bo")).isEqualTo(1);
    assertThat(pipeline.queues.find("inbound").open("kim")).isEqualTo(1);
    return crash.hasCrashed();
  }

  @Test
  void aCrashWhileALeadIsReturnedLeaksNoPlace() {
    for (var call = 0; call < 30; call++) {
      var test = new OwnersTest();
      test.publishTheTeam();
      test.qualify("u-1", "ada@gmail.com");
      var returned = List.of(outcome("u-1", "returned"));
      test.pipeline.append(returned);
      test.evaluate(new CrashAt(call, true), "u-1", returned);
      test.pipeline.scoreUntilDone(returned, MONDAY);
      test.pipeline.owners.recount(MONDAY.plus(Duration.ofHours(1)));

      assertThat(test.lead("u-1").stage()).isEqualTo(Stage.RECYCLED);
      assertThat(test.pipeline.queues.find("inbound").open("kim")).isZero();
    }
  }

  @Test
  void whatWasGivenToALeadThatWasNeverWrittenIsFreedWhenPlacesAreCounted() {
    pipeline.queues.write(pipeline.queues.find("inbound").assigned("l-77#1", "kim", MONDAY));

    pipeline.owners.recount(MONDAY.plus(Owners.WRITTEN));
    assertThat(pipeline.queues.find("inbound").open("kim")).as("it may come yet").isEqualTo(1);
    pipeline.owners.recount(MONDAY.plus(Owners.WRITTEN).plusSeconds(1));

    assertThat(pipeline.queues.find("inbound").open("kim")).isZero();
  }

  @Test
  void withoutATeamNothingIsGivenAndNothingCounted() {
    var alone = new OwnersTest();
    alone.qualify("u-1", "ada@acme.example");

    assertThat(alone.lead("u-1").standing().assignment())
        .isEqualTo(new Assignment(Optional.of("inbound"), Optional.empty()));
    assertThat(alone.pipeline.queues.find("inbound")).isEqualTo(QueueTurns.none("inbound"));
    assertThat(alone.pipeline.unowned).isEmpty();
  }

  private void evaluate(CrashAt crash, String user, List<Event> news) {
    var leads = crash.around(LeadStore.class, pipeline.leads);
    var queues = crash.around(QueueStore.class, pipeline.queues);
    var owners = new Owners(pipeline.teams, queues, leads, (_, _, _) -> {});
    var evaluate =
        new EvaluateLead(pipeline.log, leads, Retry.times(1), pipeline.log::append, owners);
    try {
      evaluate.evaluate(lead(user).id(), pipeline.models.current(MONDAY), MONDAY, news);
    } catch (StoreUnavailable crashed) {
      // the stream brings it again
    }
  }

  /** The lead is there, but nothing was made of its events yet. */
  private void founded(List<Event> batch) {
    var whose =
        new Whose(pipeline.leads, Retry.times(1), () -> new LeadId("l-77"), new KnownClaims());
    batch.forEach(event -> whose.leadsOf(event, MONDAY));
  }

  private void qualify(String user, String email) {
    score(qualifying(user, email), MONDAY);
  }

  private void qualify(String user, String email, Event more) {
    var batch = new ArrayList<>(qualifying(user, email));
    batch.addFirst(more);
    score(batch, MONDAY);
  }

  private void qualifyAgain(String user, Instant at) {
    score(List.of(visit(user, at)), at);
  }

  private void score(List<Event> batch, Instant now) {
    pipeline.append(batch);
    pipeline.scoreUntilDone(batch, now);
  }

  private List<Event> qualifying(String user, String email) {
    var who = TestEvents.identify("who-" + user).trait("email", email);
    return List.of(sent(who, user, MONDAY), visit(user, MONDAY));
  }

  private static Event visit(String user, Instant at) {
    return sent(TestEvents.page("visit-" + user + at, "/"), user, at);
  }

  private static Event sent(TestEvents event, String user, Instant at) {
    return event.user(user).at(at.toString()).receivedAt(at.toString()).build();
  }

  private static Event group(String user, String id) {
    return sent(TestEvents.event("g-" + user, EventType.GROUP).with("groupId", id), user, MONDAY);
  }

  private static Event employees(String user, int number) {
    return sent(TestEvents.identify("e-" + user).trait("employees", number), user, MONDAY);
  }

  private static Event outcome(String user, String act) {
    var said = TestEvents.event("o-" + user, EventType.OUTCOME).with("act", act).with("by", "kim");
    return sent(said.with("actId", "a-" + user).with("reason", "no-need"), user, MONDAY);
  }

  private void act(String user, String id, String person, ObjectNode fields) {
    pipeline.acts.act(lead(user).id(), id, person, fields, MONDAY);
  }

  private static ObjectNode said(String word) {
    return EventJson.newObject().put("act", word);
  }

  private Lead lead(String user) {
    return pipeline
        .directory
        .findLead(TestLeads.user(user))
        .flatMap(pipeline.directory::findLiving)
        .orElseThrow();
  }

  private String owner(String user) {
    return lead(user).standing().owner().orElse("");
  }

  private CycleRecord cycle(String user) {
    return pipeline.leads.listCycles(lead(user).id()).getLast();
  }
}
