package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.lead.Lead;
import dev.warmline.lead.Notice;
import dev.warmline.lead.Stage;
import dev.warmline.testkit.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is told of what: from the events to the messages. */
class WhoIsToldTest {
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final String MODEL =
      """
      {"name":"told","scores":{"engagement":{"rules":[
         {"id":"visit","says":"Looked around","when":{"type":["page"]},"points":10}]}},
       "qualify":{"enter":{"any":[{"score":"engagement","at-least":30},
            {"traits":{"employees":[{"numeric":[">=",200]}]}}]},
         "required":["email"],
         "fast-track":[{"when":{"event":["Demo Requested"]},"says":"Requested a demo"}],
         "exclude":[{"traits":{"customer":[true]}}]},
       "return-reasons":["no-need"],"recycle":{"after":"14d"}}\
      """;

  private final MemoryPipeline pipeline = new MemoryPipeline(MemoryPipeline.model(MODEL), false);

  @Test
  void aSilentPublicationKeepsNobodyQuietWhoComesLater() {
    pipeline.models.publish(pipeline.model(), TEN);

    var later = TEN.plus(Duration.ofDays(30));
    happen(later, identify("u-1", later), demo("d-1", "u-1", later));

    assertThat(subjects()).singleElement().asString().startsWith("Hot lead");
  }

  /** Seed 344 of the simulation: the customer's signal was told, and then the lead for the same. */
  @Test
  void aCustomerWhoIsReopenedAndAsksForADemoInOneBatchIsToldOnce() {
    happen(TEN, identify("u-1", TEN), did("o-1", "won", TEN));
    var later = TEN.plusSeconds(60);

    happen(later, did("o-2", "reopened", later), demo("d-1", "u-1", later));

    assertThat(lead().stage()).isEqualTo(Stage.MQL);
    assertThat(subjects()).singleElement().asString().startsWith("Hot lead");
  }

  private static Event did(String id, String act, Instant at) {
    return TestEvents.event(id, EventType.OUTCOME)
        .user("u-1")
        .at(at.toString())
        .with("act", act)
        .with("why", "a new need")
        .with("by", "kim")
        .build();
  }

  @Test
  void aSilentPublicationTellsNobodyButMarketingOfThoseWhoQualifyByIt() {
    happen(TEN, identify("u-1", TEN), page("p-1", "u-1", TEN), page("p-2", "u-1", TEN));
    var looser = MemoryPipeline.model(MODEL.replace("\"at-least\":30", "\"at-least\":20"));
    pipeline.models.publish(looser, TEN.plusSeconds(60));

    pipeline.evaluate.evaluate(
        lead().id(), pipeline.models.current(TEN), TEN.plusSeconds(120), List.of());
    tick(TEN.plusSeconds(3_600));

    assertThat(lead().standing().waiting()).isPresent();
    assertThat(subjects())
        .containsExactly("1 qualified by silent publication 2: release, look or drop");
  }

  @Test
  void anImportWaitsUntilThePersonDoesSomethingNew() {
    happen(TEN, imported("i-1", "u-1", TEN));
    assertThat(lead().stage()).isEqualTo(Stage.MQL);
    assertThat(subjects()).isEmpty();

    happen(TEN.plusSeconds(60), page("p-1", "u-1", TEN.plusSeconds(60)));

    assertThat(lead().standing().cycle()).isEqualTo(1);
    assertThat(subjects()).singleElement().asString().startsWith("New MQL");
  }

  @Test
  void whetherTwoEventsComeInOneBatchOrInTwoTellsTheSame() {
    var other = new WhoIsToldTest();
    var events =
        List.of(
            imported("i-1", "u-1", TEN),
            TestEvents.identify("i-2")
                .user("u-1")
                .at("2026-03-01T10:00:01Z")
                .trait("email", "b@acme.example")
                .build());

    happen(TEN.plusSeconds(1), events.toArray(Event[]::new));
    events.forEach(event -> other.happen(TEN.plusSeconds(1), event));

    assertThat(subjects()).hasSameSizeAs(other.subjects()).hasSize(1);
  }

  @Test
  void whatHappenedLastYearTellsMarketingOnceAndSalesNothing() {
    for (var n = 0; n < 20; n++) {
      var user = "u-" + n;
      var then = TEN.minus(Duration.ofDays(300));
      var old = new ArrayList<Event>();
      old.add(
          received(TestEvents.identify("i").user(user).trait("email", user + "@x.example"), then));
      for (var page = 0; page < 4; page++) {
        old.add(received(TestEvents.page("p-" + page, "/").user(user), then));
      }
      happen(TEN, old.toArray(Event[]::new));
    }
    tick(TEN.plusSeconds(3_600));

    assertThat(pipeline.release.list(Optional.empty())).hasSize(20);
    assertThat(subjects()).singleElement().asString().startsWith("20 qualified by backfill");
  }

  @Test
  void aReleaseTellsSalesOnce() {
    happen(TEN, imported("i-1", "u-1", TEN));

    var waiting = pipeline.release.list(Optional.empty()).getFirst();
    for (var n = 0; n < 2; n++) {
      pipeline.release.release(waiting, "kim", TEN.plusSeconds(60 + n));
    }
    pipeline.sendAll(TEN.plusSeconds(62));

    assertThat(subjects()).singleElement().asString().startsWith("New MQL");
    assertThat(pipeline.release.list(Optional.empty())).isEmpty();
  }

  @Test
  void whomAnImportCallsQualifiedWaitsWhateverTheScoresSay() {
    var model =
        MODEL.replace(
            "\"required\"", "\"exit\":{\"score\":\"engagement\",\"below\":10},\"required\"");
    pipeline.models.publish(MemoryPipeline.model(model));
    var event = TestEvents.event("i-1", EventType.IMPORT).user("u-1").at(TEN.toString());
    event.json().put("stage", "MQL");

    happen(TEN, event.build());
    tick(TEN.plusSeconds(3_600));

    assertThat(lead().standing().waiting()).isPresent();
    pipeline.release.release(
        pipeline.release.list(Optional.empty()).getFirst(), "kim", TEN.plusSeconds(3_700));
    pipeline.sendAll(TEN.plusSeconds(3_701));
    assertThat(subjects()).hasSize(2).last().asString().startsWith("New MQL");
  }

  @Test
  void anAnnouncedLeadThatMergesIntoAWaitingOneBeforeAnybodyIsToldIsTold() {
    for (var users : List.of(List.of("u-1", "u-2"), List.of("u-2", "u-1"))) {
      var run = new WhoIsToldTest();
      run.score(TEN, imported("i-1", users.get(0), TEN));
      run.score(TEN, identify(users.get(1), TEN), demo("d-1", users.get(1), TEN));
      var alias =
          TestEvents.event("a-1", EventType.ALIAS).user(users.get(0)).at("2026-03-01T10:00:00Z");
      alias.json().put("previousId", users.get(1));
      run.happen(TEN.plusSeconds(1), alias.build());

      assertThat(run.subjects()).singleElement().asString().startsWith("Hot lead");
    }
  }

  @Test
  void aSignalIsToldThoughAMergeComesFirst() {
    happen(TEN, identify("u-1", TEN), demo("d-0", "u-1", TEN));
    var later = TEN.plusSeconds(7_200);
    score(later, demo("d-1", "u-1", later));
    score(later, identify("u-2", later));
    var alias = TestEvents.event("a-1", EventType.ALIAS).user("u-1").at("2026-03-01T12:00:01Z");
    alias.json().put("previousId", "u-2");
    happen(later.plusSeconds(2), alias.build());

    assertThat(subjects()).hasSize(2).last().asString().startsWith("Hot update");
  }

  /** Seed 725 of the simulation: the other lead was given back after the request of this one. */
  @Test
  void whatIsAskedOfALeadThatSalesHasIsToldThoughAnotherThatWasGivenBackMergesIntoIt() {
    happen(TEN, identify("u-1", TEN), demo("d-1", "u-1", TEN));
    happen(TEN, identify("u-2", TEN), demo("d-2", "u-2", TEN));
    var later = TEN.plusSeconds(7_200);
    var returned =
        TestEvents.event("o-1", EventType.OUTCOME).user("u-2").at(later.plusSeconds(1).toString());
    returned.json().put("act", "returned").put("reason", "no-need");
    happen(later.plusSeconds(1), returned.build());
    var alias = TestEvents.event("a-1", EventType.ALIAS).user("u-1").at("2026-03-01T12:00:02Z");
    alias.json().put("previousId", "u-2");
    happen(later.plusSeconds(2), alias.build());

    happen(later.plusSeconds(3), demo("d-3", "u-1", later));

    assertThat(lead().stage()).isEqualTo(Stage.MQL);
    assertThat(subjects()).hasSize(3).last().asString().startsWith("Hot update");
  }

  @Test
  void threeHundredRequestsOfABrowserAreTwoMessages() {
    happen(TEN, identify("u-1", TEN), demo("d-1", "u-1", TEN));
    for (var n = 1; n <= 300; n++) {
      var at = TEN.plusSeconds(n * 60L);
      happen(
          at,
          TestEvents.track("b-" + n, "Demo Requested")
              .user("u-1")
              .at(at.toString())
              .browser("web")
              .build());
    }
    tick(TEN.plus(Duration.ofHours(25)));

    assertThat(subjects()).hasSize(2);
    assertThat(pipeline.publisher.published().getLast().message().text()).contains("times more");
  }

  @Test
  void aDoubleClickIsOneMessage() {
    happen(TEN, identify("u-1", TEN));
    happen(TEN.plusSeconds(1), demo("d-1", "u-1", TEN.plusSeconds(1)));
    happen(TEN.plusSeconds(2), demo("d-2", "u-1", TEN.plusMillis(1_300)));
    tick(TEN.plus(Duration.ofDays(2)));

    assertThat(subjects()).hasSize(1);
  }

  @Test
  void whoWithdrawsConsentBeforeSalesIsToldIsNotTold() {
    score(TEN, identify("u-1", TEN), demo("d-1", "u-1", TEN));
    var consent = TestEvents.event("c-1", EventType.CONSENT).user("u-1").at("2026-03-01T10:02:00Z");
    consent.json().put("granted", false);
    happen(TEN.plusSeconds(120), consent.build());

    assertThat(subjects()).isEmpty();
    assertThat(lead().stage()).isEqualTo(Stage.SUSPECT);
    assertThat(pipeline.leads.notices())
        .extracting(Notice::state)
        .singleElement()
        .isInstanceOf(Notice.State.Voided.class);
  }

  @Test
  void aRobotsLeadIsTakenBackAndSalesHearsSo() {
    happen(TEN, identify("u-1", TEN), demo("d-1", "u-1", TEN));
    var verdict = TestEvents.event("v-1", EventType.VERDICT).user("u-1").at("2026-03-01T11:00:00Z");
    verdict.json().put("about", "d-1").put("bot", true);
    happen(TEN.plusSeconds(3_600), verdict.build());

    assertThat(lead().stage()).isEqualTo(Stage.SUSPECT);
    assertThat(lead().standing().left()).isEmpty();
    assertThat(subjects()).hasSize(2).last().asString().startsWith("Disregard");
  }

  @Test
  void whatSalesDecidesElsewhereMovesTheLeadAndWhatCannotBeIsParked() {
    happen(TEN, identify("u-1", TEN), demo("d-1", "u-1", TEN));

    happen(TEN.plusSeconds(60), outcome("o-1", "SAL", TEN.plusSeconds(60)));
    var returned =
        TestEvents.event("o-2", EventType.OUTCOME).user("u-1").at("2026-03-01T10:02:00Z");
    returned.json().put("act", "returned").put("reason", "bad weather");
    happen(TEN.plusSeconds(120), returned.build());
    happen(TEN.plusSeconds(120), returned.build());

    assertThat(lead().stage()).isEqualTo(Stage.SAL);
    assertThat(pipeline.parked.all()).singleElement().asString().contains("bad weather");
    assertThat(pipeline.leads.listCycles(lead().id()).getFirst().mark("accepted")).isPresent();
  }

  @Test
  void aSignalUnderASilentPublicationForgetsNoDeadline() {
    happen(TEN, identify("u-1", TEN), demo("d-1", "u-1", TEN));
    var over = TEN.plus(Duration.ofDays(14));
    pipeline.models.publish(pipeline.model(), over.plusSeconds(60));

    happen(over.plusSeconds(1), demo("d-2", "u-1", over));

    assertThat(lead().due()).isPresent();
    assertThat(lead().stage()).isEqualTo(Stage.RECYCLED);
  }

  @Test
  void theTierThatFiltersSeeIsTheDocumentedOne() {
    happen(
        TEN,
        identify("u-1", TEN),
        page("p-1", "u-1", TEN),
        page("p-2", "u-1", TEN),
        page("p-3", "u-1", TEN));

    assertThat(pipeline.publisher.published().getFirst().message().attributes())
        .containsEntry("tier", "warm");
  }

  @Test
  void aCustomerWhoAsksForADemoIsToldOfThoughTheyNeverQualify() {
    var customer =
        TestEvents.identify("i-1")
            .user("u-1")
            .at("2026-03-01T10:00:00Z")
            .trait("email", "a@x.example");
    customer.json().withObjectProperty("traits").put("customer", true);
    happen(TEN, customer.build(), demo("d-1", "u-1", TEN));

    assertThat(lead().standing().cycle()).isZero();
    assertThat(subjects()).singleElement().asString().startsWith("Hot update");
  }

  private void happen(Instant now, Event... events) {
    score(now, events);
    pipeline.sendAll(now);
  }

  private void score(Instant now, Event... events) {
    pipeline.append(List.of(events));
    pipeline.scoreUntilDone(List.of(events), now);
  }

  private void tick(Instant now) {
    pipeline.tickClock.tick("clock", now, 100, Set.of());
  }

  private Lead lead() {
    return pipeline.leads.all().stream()
        .filter(lead -> !lead.isTombstone())
        .findFirst()
        .orElseThrow();
  }

  private List<String> subjects() {
    return pipeline.publisher.published().stream().map(sent -> sent.message().subject()).toList();
  }

  private static Event identify(String user, Instant at) {
    return TestEvents.identify("i-" + user)
        .user(user)
        .at(at.toString())
        .trait("email", user + "@acme.example")
        .build();
  }

  private static Event imported(String id, String user, Instant at) {
    var event =
        TestEvents.event(id, EventType.IMPORT)
            .user(user)
            .at(at.toString())
            .trait("email", user + "@acme.example")
            .trait("employees", 500);
    event.json().put("list", "webinar-0303");
    return event.build();
  }

  private static Event page(String id, String user, Instant at) {
    return TestEvents.page(id, "/").user(user).at(at.toString()).build();
  }

  private static Event demo(String id, String user, Instant at) {
    return TestEvents.track(id, "Demo Requested").user(user).at(at.toString()).build();
  }

  private static Event outcome(String id, String stage, Instant at) {
    var event = TestEvents.event(id, EventType.OUTCOME).user("u-1").at(at.toString());
    event.json().put("stage", stage).put("by", "kim");
    return event.build();
  }

  private static Event received(TestEvents event, Instant at) {
    return event.at(at.toString()).receivedAt(TEN.toString()).build();
  }
}
