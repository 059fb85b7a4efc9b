package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventType;
import dev.warmline.event.InvalidEvent;
import dev.warmline.lead.Announcement.Announced;
import dev.warmline.lead.Answer.Kind;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.Lead;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StandingText;
import dev.warmline.testkit.TestEvents;
import dev.warmline.usecase.ActOnLead.Acted;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people decide about a lead, from the first alert to the customer. */
class ActOnLeadTest {
  private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
  private static final String MODEL =
      """
      {"name":"acts","scores":{"engagement":{"rules":[
         {"id":"visit","says":"Looked around","when":{"type":["page"]},"points":10}]}},
       "qualify":{"enter":{"score":"engagement","at-least":30},
         "fast-track":[{"when":{"event":["Demo Requested"]},"says":"Requested a demo"}]},
       "routes":[{"queue":"inbound-sdr"}],
       "sla":{"accept-within":"4h","answer-return-within":"2d"},
       "recycle":{"after":"14d","unqualified-after":"30d"},
       "return-reasons":{"no-need":null,"timing":{"until":"asked","again-to":"same"},
          "bad-data":{"answer":"required","note":"required"},
          "do-not-contact":{"path":"disqualify","consent":"withdraw"}}}
      """;

  private final MemoryPipeline pipeline = new MemoryPipeline(MemoryPipeline.model(MODEL), false);

  @Test
  void anActIsInTheLogInTheHistoryAndInTheRecordOfTheCycle() {
    qualified("u-1");

    var acted = act("kim", "a-1", said("accepted"), TEN.plusSeconds(60));

    assertThat(acted.answer().kind()).isEqualTo(Kind.MOVED);
    assertThat(StandingText.write(acted.lead()).toString())
        .isEqualTo(
            "{\"lead\":\"%s\",\"stage\":\"SAL\",\"cycle\":1,\"owner\":\"kim\",\"queue\":\"inbound-sdr\",\"deadlines\":{\"not-qualified\":\"2026-04-01T10:01:00Z\"}}"
                .formatted(acted.lead().id()));
    assertThat(pipeline.leads.listHistory(acted.lead().id()).getLast().who()).isEqualTo("kim");
    assertThat(marks()).containsExactly("accepted by kim");
    assertThat(outcomes()).containsExactly("accepted");
  }

  @Test
  void theDesksOwnOutcomeComesBackAndDoesNothing() {
    qualified("u-1");
    act("kim", "a-1", said("accepted"), TEN.plusSeconds(60));
    var before = lead();

    pipeline.scoreUntilDone(logged("outcome"), TEN.plusSeconds(61));

    assertThat(lead().standing()).isEqualTo(before.standing());
    assertThat(marks()).containsExactly("accepted by kim");
    assertThat(pipeline.parked.all()).isEmpty();
  }

  @Test
  void anActThatGotNoFurtherThanTheLogIsDoneByItsStreamRecord() {
    qualified("u-1");
    act("kim", "a-1", said("accepted"), TEN.plusSeconds(60));
    var outcome = logged("outcome");
    var other = new ActOnLeadTest();
    other.qualified("u-1");
    other.pipeline.append(outcome);

    other.pipeline.scoreUntilDone(outcome, TEN.plusSeconds(60));

    assertThat(other.lead().standing()).isEqualTo(lead().standing());
    assertThat(other.marks()).isEqualTo(marks());
  }

  @Test
  void doneAgainUnderOneIdItAnswersTheSame() {
    qualified("u-1");
    var first = act("kim", "a-1", said("accepted"), TEN.plusSeconds(60));
    act("kim", "a-2", said("returned").put("reason", "no-need"), TEN.plusSeconds(120));

    var again = act("kim", "a-1", said("accepted"), TEN.plusSeconds(180));

    assertThat(again.answer()).isEqualTo(first.answer());
    assertThat(again.lead().stage()).isEqualTo(Stage.RECYCLED);
  }

  @Test
  void whatIsRefusedIsNotInTheLog() {
    qualified("u-1");

    var refused = act("kim", "a-1", said("lost").put("reason", "no-need"), TEN.plusSeconds(60));

    assertThat(refused.answer().kind()).isEqualTo(Kind.REFUSED);
    assertThat(outcomes()).isEmpty();
  }

  @Test
  void theFirstOfTwoHasTheLead() {
    qualified("u-1");
    act("kim", "a-1", said("accepted"), TEN.plusSeconds(60));

    var second = act("bo", "a-2", said("accepted"), TEN.plusSeconds(61));

    assertThat(second.answer().why()).isEqualTo("kim has it since 2026-03-02T10:01:00Z");
    assertThat(second.lead().standing().owner()).contains("kim");
  }

  @Test
  void whoCameSecondWasToldAtTheDeskAndAFeedFindsItParked() {
    qualified("u-1");
    act("kim", "a-1", said("accepted"), TEN.plusSeconds(60));

    score(outcome("o-1").with("source", Event.DESK).build());
    assertThat(pipeline.parked.all()).isEmpty();
    score(outcome("o-2").build());

    assertThat(pipeline.parked.all())
        .singleElement()
        .extracting(parked -> parked.reason())
        .isEqualTo("outcome refused: kim has it since 2026-03-02T10:01:00Z");
    assertThat(lead().standing().owner()).contains("kim");
  }

  private void score(Event event) {
    pipeline.append(List.of(event));
    pipeline.scoreUntilDone(List.of(event), TEN.plusSeconds(120));
  }

  private static TestEvents outcome(String id) {
    return TestEvents.event(id, EventType.OUTCOME)
        .user("u-1")
        .at("2026-03-02T10:02:00Z")
        .with("act", "accepted")
        .with("actId", id)
        .with("by", "bo");
  }

  @Test
  void aConsentThatEndsWithAReturnIsInTheLog() {
    qualified("u-1");
    act("kim", "a-1", said("returned").put("reason", "do-not-contact"), TEN.plusSeconds(60));

    var consent = logged("consent");
    pipeline.scoreUntilDone(consent, TEN.plusSeconds(61));

    assertThat(consent).hasSize(1);
    assertThat(lead().stage()).isEqualTo(Stage.DISQUALIFIED);
    assertThat(lead().card().scorecard().path("consent").asText()).isEqualTo("withdrawn");
    var handed = act("mia", "a-2", said("reopened").put("why", "a mistake"), TEN.plusSeconds(90));
    assertThat(handed.lead().stage()).isEqualTo(Stage.SUSPECT);
    assertThat(
            act("mia", "a-3", said("handed-over").put("why", "met"), TEN.plusSeconds(95)).answer())
        .extracting(answer -> answer.why())
        .isEqualTo("consent is withdrawn");
  }

  @Test
  void aFeedThatEndsAConsentSaysItInTheLogToo() {
    qualified("u-1");
    var feed =
        TestEvents.event("o-1", EventType.OUTCOME)
            .user("u-1")
            .at("2026-03-02T10:05:00Z")
            .with("act", "returned")
            .with("reason", "do-not-contact")
            .build();
    pipeline.append(List.of(feed));

    pipeline.scoreUntilDone(List.of(feed), TEN.plusSeconds(300));

    assertThat(logged("consent")).hasSize(1);
  }

  @Test
  void aPromisedDayBringsTheLeadBackToWhoReturnedIt() {
    qualified("u-1");
    act("kim", "a-1", said("accepted"), TEN.plusSeconds(60));
    var back =
        said("returned")
            .put("reason", "timing")
            .put("note", "after the budget")
            .put("until", "2026-06-01");
    act("kim", "a-2", back, TEN.plusSeconds(120));
    var day = Instant.parse("2026-06-01T00:00:00Z");

    tick(day.minusSeconds(1));
    assertThat(lead().stage()).isEqualTo(Stage.RECYCLED);
    tick(day.plusSeconds(60));

    assertThat(lead().stage()).isEqualTo(Stage.MQL);
    assertThat(lead().standing().cycle()).isEqualTo(2);
    assertThat(lead().standing().owner()).contains("kim");
    assertThat(lead().standing().announcement())
        .isInstanceOfSatisfying(Announced.class, it -> assertThat(it.by()).isEqualTo("resumed"));
    pipeline.sendAll(day.plusSeconds(60));
    assertThat(pipeline.publisher.published())
        .last()
        .satisfies(
            sent -> {
              assertThat(sent.message().attributes()).containsEntry("notice", "resumed");
              assertThat(sent.message().subject()).startsWith("Back as agreed: ");
              assertThat(sent.message().text())
                  .contains("promised when it was returned: timing, after the budget");
            });
  }

  @Test
  void marketingAnswersOnceAndTheClockStops() {
    qualified("u-1");
    var wrong = act("kim", "a-1", said("returned").put("reason", "bad-data"), TEN.plusSeconds(60));
    assertThat(wrong.answer().why()).isEqualTo("reason bad-data needs a note");
    var back = said("returned").put("reason", "bad-data").put("note", "no such number");
    var returned = act("kim", "a-2", back, TEN.plusSeconds(61));
    assertThat(StandingText.write(returned.lead()).path("deadlines").path("answer").asText())
        .isEqualTo("2026-03-04T10:01:01Z");
    assertThat(
            cycles().getFirst().marks().getFirst().details().path(CycleRecord.ANSWER_BY).asText())
        .as("the record keeps what was asked")
        .isEqualTo("2026-03-04T10:01:01Z");

    var answered = act("mia", "a-3", said("answered").put("answer", "mended"), TEN.plusSeconds(90));

    assertThat(StandingText.write(answered.lead()).path("deadlines").isEmpty()).isTrue();
    assertThat(marks()).containsExactly("returned by kim", "answered by mia");
  }

  @Test
  void whatWasTakenBackIsInTheRecordAndCountsForNothing() {
    qualified("u-1");
    act("kim", "a-1", said("accepted"), TEN.plusSeconds(60));

    var undone = act("kim", "a-2", said("undone"), TEN.plusSeconds(90));

    assertThat(undone.lead().stage()).isEqualTo(Stage.MQL);
    assertThat(undone.lead().standing().owner()).isEmpty();
    assertThat(marks()).containsExactly("accepted by kim", "undone by kim");
    assertThat(cycles().getLast().mark("accepted")).isEmpty();
  }

  @Test
  void whoIsWonOutsideAnyCycleIsCountedApart() {
    happen(TEN, page("u-1", 0));

    act("kim", "a-1", said("won").put("value", 1_200), TEN.plusSeconds(60));

    assertThat(lead().stage()).isEqualTo(Stage.CUSTOMER);
    assertThat(cycles()).singleElement().extracting(CycleRecord::number).isEqualTo(0);
    assertThat(cycles().getFirst().mark("won").orElseThrow().details().path("value").asInt())
        .isEqualTo(1_200);
  }

  @Test
  void aRecordHasRoomForAHundredNotes() {
    qualified("u-1");
    var answers =
        IntStream.range(0, CycleRecord.MOST_MARKS + 1)
            .mapToObj(n -> act("kim", "n-" + n, said("noted").put("text", "x"), TEN.plusSeconds(n)))
            .map(acted -> acted.answer().kind())
            .toList();

    assertThat(answers.subList(0, CycleRecord.MOST_MARKS)).containsOnly(Kind.STAYED);
    assertThat(answers.getLast()).isEqualTo(Kind.REFUSED);
    assertThat(act("kim", "a-1", said("accepted"), TEN.plusSeconds(200)).answer().kind())
        .isEqualTo(Kind.MOVED);
  }

  @Test
  void whatIsNoActSaysWhatAnActIs() {
    qualified("u-1");

    assertThatThrownBy(() -> act("kim", "a-1", said("accept"), TEN))
        .isInstanceOf(InvalidEvent.class)
        .hasMessageContaining("accepted, answered, assigned");
    assertThatThrownBy(() -> act("kim", "a-1", said("noted").put("text", "x".repeat(2_001)), TEN))
        .hasMessageContaining("\"text\": a text of 1 to 2000 characters");
    assertThatThrownBy(
            () ->
                act(
                    "kim",
                    "a-1",
                    said("returned").put("reason", "timing").put("until", "soon"),
                    TEN))
        .hasMessageContaining("2026-04-01");
  }

  private Acted act(String person, String id, ObjectNode said, Instant now) {
    return pipeline.acts.act(lead().id(), id, person, said, now).orElseThrow();
  }

  private static ObjectNode said(String act) {
    return EventJson.newObject().put("act", act);
  }

  private void qualified(String user) {
    happen(TEN, page(user, 0), page(user, 1), page(user, 2));
    assertThat(lead().stage()).isEqualTo(Stage.MQL);
  }

  private static Event page(String user, int n) {
    return TestEvents.page("p-" + n, "/").user(user).at(TEN.toString()).build();
  }

  private void happen(Instant now, Event... events) {
    pipeline.append(List.of(events));
    pipeline.scoreUntilDone(List.of(events), now);
  }

  private void tick(Instant now) {
    pipeline.tickClock.tick("test", now, 100, Set.of());
  }

  private Lead lead() {
    return pipeline.leads.all().stream().findFirst().orElseThrow();
  }

  private List<CycleRecord> cycles() {
    return pipeline.leads.listCycles(lead().id());
  }

  private List<String> marks() {
    return cycles().stream()
        .flatMap(cycle -> cycle.marks().stream())
        .map(mark -> mark.act() + " by " + mark.by())
        .toList();
  }

  private List<Event> logged(String type) {
    return pipeline.log.all().stream().filter(event -> event.type().word().equals(type)).toList();
  }

  private List<String> outcomes() {
    return logged("outcome").stream().flatMap(event -> event.text("act").stream()).toList();
  }
}
