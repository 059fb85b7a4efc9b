package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventType;
import dev.warmline.event.Json;
import dev.warmline.handoff.Message;
import dev.warmline.lead.Beside;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.KnownClaims;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Notice;
import dev.warmline.lead.Qualification;
import dev.warmline.lead.Retry;
import dev.warmline.lead.SameCompany;
import dev.warmline.lead.Whose;
import dev.warmline.team.Company;
import dev.warmline.testkit.ForwardingLeadStore;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.TestLeads;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whoever gets a lead is told beside it. */
class BesideALeadTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant NEXT_DAY = MONDAY.plus(Duration.ofDays(1));
  private static final String MODEL =
      """
      {"name":"beside","time-zone":"America/New_York","scores":{"engagement":{"rules":[
         {"id":"visit","says":"Looked around","when":{"type":["page"]},"points":60}]}},
       "qualify":{"enter":{"score":"engagement","at-least":60},"required":["email"]},
       "segments":[{"id":"large","when":{"traits":{"employees":[{"numeric":[">=",200]}]}}}],
       "routes":[{"segment":"large","queue":"deals"ROUTE},{"queue":"inbound"}],
       "return-reasons":{"no-budget":{"answer":"required"},
          "timing":{"until":"asked","again-to":"same"}}}
      """;
  private static final String TEAM =
      """
      {"people":{
         "kim":{"name":"Kim Lee","email":"kim@corp.example","role":"sales"},
         "bo":{"name":"Bo Novak","email":"bo@corp.example","role":"sales"},
         "mia":{"name":"Mia Ruiz","email":"mia@corp.example","role":"marketing"}},
       "calendars":{"berlin":{"zone":"Europe/Berlin","open":{"mon-fri":["09:00-17:00"]}}},
       "queues":{
         "inbound":{"members":["kim","bo"],"calendar":"berlin"},
         "deals":{"members":["bo"],"calendar":"berlin",
            "warm-handoff":{"introduce":"mia","slack":"deals-shared"}}},
       "sla":[{"accept-within":"4h"}]}
      """;

  private MemoryPipeline pipeline = pipeline("");

  private static MemoryPipeline pipeline(String route) {
    return new MemoryPipeline(MemoryPipeline.model(MODEL.replace("ROUTE", route)), false);
  }

  @BeforeEach
  void publishTheTeam() {
    try {
      pipeline.teams.publish((ObjectNode) Json.read(TEAM), MONDAY);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void whoGetsALeadThatWasReturnedIsToldByWhomAndWhyAndWhatMarketingAnswered() {
    qualify("u-1", "ada@gmail.com");
    var note = "call after the board meeting";
    act("u-1", "a-1", "kim", said("returned").put("reason", "no-budget").put("note", note));
    act("u-1", "a-2", "mia", said("answered").put("answer", "rule").put("note", "too soon"));

    score(List.of(visit("u-1", NEXT_DAY)), NEXT_DAY);

    var told = told(NEXT_DAY);
    assertThat(told.text())
        .contains(
            "\nReturned before by Kim Lee on 2 Mar 2026: no-budget - \"call after the board"
                + " meeting\"; Mia Ruiz: rule to change - \"too soon\".\n");
    assertThat(json(told).path("returnedBefore").toString())
        .isEqualTo(
            "{\"act\":\"returned\",\"by\":\"Kim Lee\",\"at\":\"2026-03-02T09:00:00Z\","
                + "\"reason\":\"no-budget\",\"note\":\"call after the board meeting\","
                + "\"answer\":{\"by\":\"Mia Ruiz\",\"answer\":\"rule\",\"note\":\"too soon\"}}");
  }

  @Test
  void whoeverDidSomethingIsNamedAsColleaguesCallThem() {
    qualify("u-1", "ada@gmail.com");
    act("u-1", "a-1", "kim", said("assigned").put("owner", "bo"));
    act("u-1", "a-2", "bo", said("returned").put("reason", "no-budget"));
    act("u-1", "a-3", "mia", said("answered").put("answer", "rule"));

    assertThat(pipeline.leads.notices())
        .extracting(Notice::why)
        .contains(
            "assigned by Kim Lee",
            "returned by Bo Novak: no-budget; an answer is asked for",
            "answered by Mia Ruiz");
  }

  @Test
  void whoGetsItBackOnAPromisedDayIsToldTheSame() {
    qualify("u-1", "ada@gmail.com");
    act("u-1", "a-1", "kim", said("returned").put("reason", "timing").put("until", "2026-03-10"));

    var later = Instant.parse("2026-03-10T09:00:00Z");
    pipeline.tickClock.tick("test", later, 10, Set.of());

    var told = told(later);
    assertThat(told.attributes()).containsEntry("notice", "resumed");
    assertThat(told.text()).contains("Returned before by Kim Lee on 2 Mar 2026: timing.");
  }

  @Test
  void whatWasTakenBackWasNotSaid() {
    qualify("u-1", "ada@gmail.com");
    act("u-1", "a-1", "kim", said("returned").put("reason", "no-budget"));
    act("u-1", "a-2", "kim", said("undone"));
    act("u-1", "a-3", "kim", said("disqualified").put("reason", "no-budget"));
    act("u-1", "a-4", "kim", said("reopened").put("why", "a new need"));

    score(List.of(visit("u-1", NEXT_DAY)), NEXT_DAY);

    assertThat(lead("u-1").standing().cycle()).isEqualTo(2);
    assertThat(json(told(NEXT_DAY)).has("returnedBefore")).isFalse();
  }

  @Test
  void colleaguesWhomSalesHasAreNamedTheNewestFirstAndTheOthersCounted() {
    for (var n = 1; n <= 5; n++) {
      var at = MONDAY.plusSeconds(n);
      var who = TestEvents.identify("who-" + n).trait("email", "u" + n + "@acme.example");
      who.trait("firstName", "Ada").trait("lastName", "No " + n).trait("company", "Acme");
      score(List.of(sent(who, "u-" + n, at), visit("u-" + n, at)), at);
    }
    qualify("other", "joe@other.example");

    assertThat(told(MONDAY.plusSeconds(9), "u-1").text()).doesNotContain("Also from");
    var told = told(MONDAY.plusSeconds(9), "u-5");
    assertThat(told.text())
        .contains(
            """

            Also from Acme
              Ada No 4, MQL, Kim Lee
              Ada No 3, MQL, Kim Lee
              Ada No 2, MQL, Kim Lee
              and 1 more
            """);
    assertThat(json(told).path("colleagues").path(0).toString())
        .isEqualTo(
            ("{\"lead\":\"%s\",\"name\":\"Ada No 4\",\"stage\":\"MQL\","
                    + "\"owner\":\"kim\",\"ownerName\":\"Kim Lee\"}")
                .formatted(lead("u-4").id()));
    assertThat(json(told).path("moreColleagues").asInt()).isEqualTo(1);
  }

  @Test
  void theirCompanyIsReadOnceAsItIsToFindAnOwner() {
    qualify("u-1", "ada@acme.example");
    var batch = List.of(sent(acme("who-u-2"), "u-2", MONDAY), visit("u-2", MONDAY));
    pipeline.append(batch);
    var whose =
        new Whose(pipeline.leads, Retry.times(1), () -> new LeadId("l-77"), new KnownClaims());
    batch.forEach(event -> whose.leadsOf(event, MONDAY));
    var reads = new AtomicInteger();
    var counting =
        new ForwardingLeadStore(pipeline.leads) {
          @Override
          public SameCompany findSameCompany(Company company) {
            reads.incrementAndGet();
            return super.findSameCompany(company);
          }

          @Override
          public List<CycleRecord> listCycles(LeadId id) {
            reads.incrementAndGet();
            return super.listCycles(id);
          }
        };
    var owners = new Owners(pipeline.teams, pipeline.queues, counting, (_, _, _) -> {});
    var evaluate =
        new EvaluateLead(pipeline.log, counting, Retry.times(1), pipeline.log::append, owners);

    evaluate.evaluate(lead("u-2").id(), pipeline.models.current(MONDAY), MONDAY, batch);

    assertThat(reads).hasValue(2);
    assertThat(json(told(MONDAY, "u-2")).path("colleagues")).hasSize(1);
  }

  private static TestEvents acme(String id) {
    return TestEvents.identify(id).trait("email", id + "@acme.example");
  }

  @Test
  void whoseMailboxIsAtTheSameProviderIsNoColleague() {
    qualify("u-1", "ada@gmail.com");
    qualify("u-2", "bob@gmail.com");

    assertThat(json(told(MONDAY, "u-2")).has("colleagues")).isFalse();
  }

  @Test
  void whatIsSaidOfOthersIsNotKeptInTheRecordOfTheCycle() {
    qualify("u-1", "ada@acme.example");
    qualify("u-2", "bob@acme.example");

    assertThat(json(told(MONDAY, "u-2")).path("colleagues")).hasSize(1);
    assertThat(pipeline.leads.listCycles(lead("u-2").id()))
        .extracting(it -> it.qualification().beside())
        .containsOnly(Beside.NOTHING);
  }

  @Test
  void untilWhenItIsToBeAcceptedIsSaidInTheZoneOfWhoServesTheQueue() {
    qualify("u-1", "ada@gmail.com");

    var told = told(MONDAY);

    assertThat(told.text())
        .contains("\nAccept or return by Mon 2 Mar 2026 14:00 Europe/Berlin.\n")
        .contains("Mon 2 Mar 2026 10:00  Looked around");
    assertThat(json(told).path("acceptBy").asText()).isEqualTo("2026-03-02T13:00:00Z");
    assertThat(json(told).path("timeZone").asText()).isEqualTo("Europe/Berlin");
  }

  @Test
  void whereNobodySetATimeNoneIsSaid() {
    pipeline = pipeline("");
    qualify("u-1", "ada@gmail.com");

    assertThat(told(MONDAY).text()).doesNotContain("Accept or return by");
    assertThat(json(told(MONDAY)).has("acceptBy")).isFalse();
  }

  @Test
  void whoIntroducesALeadIsToldToAndWhoGetsItHearsWhoAndWhere() {
    qualify("u-1", "ada@gmail.com", 900);

    var told = told(MONDAY);

    assertThat(told.text()).contains("\nWarm handoff: Mia Ruiz introduces you in #deals-shared.\n");
    assertThat(told.attributes()).containsEntry("to", "[\"bo\",\"mia\"]");
    assertThat(json(told).path("introduction").toString())
        .isEqualTo("{\"by\":\"mia\",\"name\":\"Mia Ruiz\",\"slack\":\"deals-shared\"}");
  }

  @ParameterizedTest
  @CsvSource({"u-1,900,true,true", "u-2,900,false,true", "u-3,10,true,false", "u-4,10,false,true"})
  void whereARouteToTheQueueIsWarmOnlyItsLeadsAreElseAll(
      String user, int employees, boolean isRouteWarm, boolean isWarm) {
    pipeline = pipeline(isRouteWarm ? ",\"warm-handoff\":true" : "");
    publishTheTeam();
    qualify("u-0", "joe@acme.example", 900);

    qualify(user, "ada@acme.example", employees);

    assertThat(lead(user).standing().assignment().queue())
        .as("the company stays together")
        .contains("deals");
    assertThat(json(told(MONDAY, user)).has("introduction")).isEqualTo(isWarm);
  }

  @Test
  void whoWantsNoMailIsMarkedUntilTheyWantSomeAgain() {
    var stopped = mail("m-1", "Email Unsubscribed", MONDAY.minusSeconds(60));
    score(List.of(stopped), MONDAY.minusSeconds(60));
    qualify("u-1", "ada@gmail.com");

    var told = told(MONDAY);
    assertThat(told.text())
        .contains("\nUnsubscribed from e-mail on 2 Mar 2026: call, do not mail.\n");
    assertThat(json(told).path("contact").path("unsubscribed").asText())
        .isEqualTo("2026-03-02T08:59:00Z");

    score(List.of(mail("m-2", "Email Resubscribed", NEXT_DAY)), NEXT_DAY);
    assertThat(lead("u-1").card().traits().has("unsubscribed")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"true,true", "false,false"})
  void whatASystemSaysOfItCountsToo(boolean said, boolean isMarked) {
    var who = TestEvents.identify("crm").trait("email", "ada@gmail.com");
    who.json().withObjectProperty("traits").put("unsubscribed", said);

    score(List.of(sent(who, "u-1", MONDAY), visit("u-1", MONDAY)), MONDAY);

    assertThat(told(MONDAY).text().contains("Unsubscribed from e-mail: call, do not mail."))
        .isEqualTo(isMarked);
  }

  @Test
  void whatIsStoredOfItReadsBackEqual() throws Exception {
    qualify("u-0", "joe@acme.example", 900);
    qualify("u-1", "ada@acme.example", 900);
    act("u-1", "a-1", "kim", said("returned").put("reason", "no-budget").put("note", "later"));
    act("u-1", "a-2", "mia", said("answered").put("answer", "nurture"));
    score(List.of(visit("u-1", NEXT_DAY)), NEXT_DAY);

    for (var notice : pipeline.leads.notices()) {
      var about = notice.about().orElseThrow();
      var read = Qualification.read(Json.read(Json.write(about.write())));
      assertThat(read.beside()).isEqualTo(about.beside());
    }
  }

  /** What sales was told of the first lead, at last. */
  private Message told(Instant now) {
    return told(now, "u-1");
  }

  private Message told(Instant now, String user) {
    pipeline.sendAll(now);
    var lead = lead(user).id();
    return pipeline.publisher.published().stream()
        .filter(it -> it.id().kind().announces() && it.id().subject().equals(lead.value()))
        .max(Comparator.comparingInt(it -> it.id().cycle()))
        .orElseThrow()
        .message();
  }

  private void qualify(String user, String email) {
    qualify(user, email, 1);
  }

  private void qualify(String user, String email, int employees) {
    var who = TestEvents.identify("who-" + user).trait("email", email);
    who.trait("employees", employees);
    score(List.of(sent(who, user, MONDAY), visit(user, MONDAY)), MONDAY);
  }

  private void score(List<Event> batch, Instant now) {
    pipeline.append(batch);
    pipeline.scoreUntilDone(batch, now);
  }

  private void act(String user, String id, String person, ObjectNode fields) {
    pipeline.acts.act(lead(user).id(), id, person, fields, MONDAY);
  }

  private Lead lead(String user) {
    return pipeline
        .directory
        .findLead(TestLeads.user(user))
        .flatMap(pipeline.directory::findLiving)
        .orElseThrow();
  }

  private static Event visit(String user, Instant at) {
    return sent(TestEvents.page("visit-" + user + at, "/"), user, at);
  }

  private static Event mail(String id, String name, Instant at) {
    return sent(TestEvents.event(id, EventType.EMAIL).with("event", name), "u-1", at);
  }

  private static Event sent(TestEvents event, String user, Instant at) {
    return event.user(user).at(at.toString()).receivedAt(at.toString()).build();
  }

  private static ObjectNode said(String word) {
    return EventJson.newObject().put("act", word);
  }

  private static JsonNode json(Message message) {
    try {
      return Json.read(message.json());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
