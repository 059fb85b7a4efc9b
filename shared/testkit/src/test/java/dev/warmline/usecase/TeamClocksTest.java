package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.Deadlines;
import dev.warmline.lead.Lead;
import dev.warmline.lead.Stage;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.TestLeads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes of the clocks of both teams: who is told what, when, and how often. */
class TeamClocksTest {
  private static final Instant MONDAY_TEN = Instant.parse("2026-03-02T10:00:00Z");
  private static final String MODEL =
      """
      {"name":"clocks","scores":{"engagement":{"rules":[
         {"id":"visit","says":"Looked around","when":{"type":["page"]},"points":60}]}},
       "qualify":{"enter":{"score":"engagement","at-least":60},"required":["email"],
         "fast-track":[{"when":{"event":["Demo Requested"]},"says":"Requested a demo"}]},
       "recycle":{"after":"14d","unqualified-after":"10d"},
       "routes":[{"queue":"inbound"}],
       "sla":{"accept-within":"1h"},
       "return-reasons":{"no-need":null,"bad-data":{"answer":"required"}}}
      """;
  private static final String TEAM =
      """
      {"people":{
         "kim":{"name":"Kim Lee","email":"kim@corp.example","role":"sales"},
         "bo":{"name":"Bo Novak","email":"bo@corp.example","role":"sales"},
         "cy":{"name":"Cy Dow","email":"cy@corp.example","role":"sales"},
         "mia":{"name":"Mia","email":"mia@corp.example","role":"marketing"},
         "lee":{"name":"Lee Park","email":"lee@corp.example","role":"lead"}},
       "calendars":{"days":{"zone":"UTC","open":{"mon-fri":["09:00-17:00"]}}},
       "queues":{"inbound":{"members":[MEMBERS],"calendar":"days","escalate-to":"lee"}},
       "sla":[{"tier":"hot","accept-within":"2h","contact-within":"4h"},
              {"accept-within":"ACCEPT","contact-within":"8h"}],
       "answer-return-within":"8h"}
      """;

  private final MemoryPipeline pipeline = new MemoryPipeline(MemoryPipeline.model(MODEL), false);
  private Instant now = MONDAY_TEN;
  private int acts;

  @BeforeEach
  void publishTheTeam() {
    publish("\"kim\",\"bo\"", "5h");
  }

  private void publish(String members, String accept) {
    try {
      var text = TEAM.replace("MEMBERS", members).replace("ACCEPT", accept);
      pipeline.teams.publish((ObjectNode) Json.read(text), now);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void theOwnerIsRemindedAndTheLeaderHearsOfWhatIsOverdueEachOnce() {
    qualify("u-1");

    until("2026-03-05T12:00:00Z");

    assertThat(told())
        .containsExactly(
            "2026-03-02T10:00:00Z qualified [kim]",
            "2026-03-02T14:00:00Z reminder [kim]",
            "2026-03-02T15:00:00Z overdue [kim, lee]");
    assertThat(lead("u-1").standing().deadlines().acceptBy())
        .contains(Instant.parse("2026-03-02T15:00:00Z"));
  }

  @Test
  void ofAHotLeadTheOwnerIsRemindedAtHalfTimeAndTheClockRunsInWorkingHours() {
    now = Instant.parse("2026-03-06T16:30:00Z");
    demo("u-1");

    until("2026-03-09T12:00:00Z");

    assertThat(told())
        .containsExactly(
            "2026-03-06T16:30:00Z qualified [kim]",
            "2026-03-09T09:30:00Z reminder [kim]",
            "2026-03-09T10:30:00Z overdue [kim, lee]");
  }

  @Test
  void whereThereAreEnoughColleaguesAnotherGetsItAndHasTheWholeTime() {
    publish("\"kim\",\"bo\",\"cy\"", "2h");
    qualify("u-1");

    until("2026-03-02T13:00:00Z");

    assertThat(told().subList(1, 4))
        .containsExactly(
            "2026-03-02T11:36:00Z reminder [kim]",
            "2026-03-02T12:00:00Z overdue [kim, lee]",
            "2026-03-02T13:00:00Z reassigned [bo, kim]");
    assertThat(lead("u-1").standing().deadlines().acceptBy())
        .contains(Instant.parse("2026-03-02T15:00:00Z"));
    assertThat(pipeline.queues.find("inbound").open("kim")).isZero();
    assertThat(pipeline.queues.find("inbound").open("bo")).isEqualTo(1);

    until("2026-03-03T16:00:00Z");
    assertThat(lead("u-1").standing().owner()).as("the third, and nobody after her").contains("cy");
    assertThat(told()).doesNotHaveDuplicates();
    assertThat(told().stream().filter(it -> it.contains("reassigned"))).hasSize(2);
    assertThat(told().stream().filter(it -> it.contains("overdue"))).hasSize(3);
  }

  @Test
  void whatTheClockGaveOnAndComesBackIsAFreePlaceAtOnce() {
    publish("\"kim\",\"bo\",\"cy\"", "2h");
    qualify("u-1");
    until("2026-03-02T13:00:00Z");
    assertThat(lead("u-1").standing().owner()).as("kim let it lie").contains("bo");

    act("bo", said("returned").put("reason", "no-need"));

    assertThat(pipeline.queues.find("inbound").open("bo")).isZero();
  }

  @Test
  void whoAcceptsInTimeIsNotReminded() {
    qualify("u-1");
    act("kim", said("accepted"));

    until("2026-03-05T12:00:00Z");

    assertThat(told()).containsExactly("2026-03-02T10:00:00Z qualified [kim]");
  }

  @Test
  void whoAcceptsBetweenTheStepAndTheMorningIsNotToldOfIt() {
    now = Instant.parse("2026-03-02T12:00:00Z");
    qualify("u-1");
    now = Instant.parse("2026-03-02T17:00:00Z");
    pipeline.tickClock.tick("test", now, 10, Set.of());
    act("kim", said("accepted"));

    until("2026-03-03T12:00:00Z");

    assertThat(told().stream().filter(it -> it.contains("overdue"))).isEmpty();
  }

  @Test
  void aPublicationNeverMovesAClockThatRuns() {
    qualify("u-1");
    publish("\"kim\",\"bo\"", "1h");

    until("2026-03-02T15:00:00Z");

    assertThat(told().getLast()).isEqualTo("2026-03-02T15:00:00Z overdue [kim, lee]");
    assertThat(cycle().deadlines().calendar()).isEqualTo(1);
    assertThat(cycle().deadlines().acceptBy()).contains(Instant.parse("2026-03-02T15:00:00Z"));
  }

  @Test
  void aSilentOwnerIsToldOnlyWhereContactsAreOnRecordAndWarnedBeforeTheLeadGoes() {
    qualify("u-1");
    act("kim", said("accepted"));
    until("2026-03-11T08:00:00Z");
    assertThat(told().stream().filter(it -> it.contains("uncontacted"))).isEmpty();

    until("2026-03-13T08:00:00Z");
    assertThat(told().subList(1, 3))
        .containsExactly(
            "2026-03-10T10:00:00Z reminder [kim]",
            "2026-03-12T10:00:00Z unworked [lee, role:marketing]");

    qualify("u-2");
    qualify("u-3");
    act(lead("u-2"), "bo", said("accepted"));
    act(lead("u-2"), "bo", said("contacted").put("how", "phone"));
    act(lead("u-3"), "kim", said("accepted"));
    until("2026-03-17T12:00:00Z");

    assertThat(told().stream().filter(it -> it.contains("uncontacted")))
        .containsExactly("2026-03-16T09:00:00Z uncontacted [kim, lee]");
  }

  @Test
  void marketingHearsOfWhatComesBackAndWhoReturnedItOfTheAnswer() {
    qualify("u-1");
    qualify("u-2");
    act(lead("u-1"), "kim", said("returned").put("reason", "bad-data"));
    act(lead("u-2"), "bo", said("returned").put("reason", "bad-data"));
    now = now.plusSeconds(3_600);
    act(lead("u-1"), "mia", said("answered").put("answer", "mended"));
    assertThat(lead("u-1").standing().deadlines()).isEqualTo(Deadlines.NONE);

    until("2026-03-04T12:00:00Z");

    assertThat(told().subList(2, 6))
        .containsExactlyInAnyOrder(
            "2026-03-02T10:00:00Z returned [role:marketing]",
            "2026-03-02T10:00:00Z returned [role:marketing]",
            "2026-03-02T11:00:00Z answered [kim]",
            "2026-03-03T10:00:00Z unanswered [role:lead]");
  }

  @Test
  void marketingHearsOnceOfWhoeverLacksWhatMustBeKnown() {
    score(List.of(visit("u-1")));
    now = now.plusSeconds(60);
    score(List.of(visit("u-1")));

    until("2026-03-03T10:00:00Z");

    assertThat(told()).containsExactly("2026-03-02T10:00:00Z incomplete [role:marketing]");
    score(List.of(identify("u-1")));
    assertThat(lead("u-1").stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void withoutATeamNobodyIsTold() {
    var alone = new TeamClocksTest();
    alone.qualify("u-1");
    alone.act("kim", said("returned").put("reason", "bad-data"));

    alone.until("2026-03-20T12:00:00Z");

    assertThat(alone.pipeline.leads.notices()).hasSize(1);
    assertThat(alone.pipeline.publisher.published().getFirst().message().attributes())
        .doesNotContainKey("to");
  }

  @Test
  void aMessageSaysInPlainWordsWhatIsToBeDone() {
    qualify("u-1");
    until("2026-03-02T15:00:00Z");

    var texts = pipeline.publisher.published().stream().map(it -> it.message().text()).toList();
    assertThat(texts.get(1)).startsWith("u-1@gmail.com waits for Kim Lee: accept or return it.");
    assertThat(texts.get(2))
        .startsWith("u-1@gmail.com is overdue: nobody has accepted it in time.");
    assertThat(pipeline.publisher.published().get(2).message().attributes())
        .containsEntry("to", "[\"kim\",\"lee\"]")
        .containsEntry("notice", "overdue");
  }

  /** Everything that is due until then, each at its instant. */
  private void until(String end) {
    var last = Instant.parse(end);
    for (var next = due(last); next.isPresent(); next = due(last)) {
      now = next.get().isBefore(now) ? now : next.get();
      pipeline.tickClock.tick("test", now, 100, Set.of());
    }
    now = last;
  }

  private Optional<Instant> due(Instant last) {
    return Stream.concat(
            pipeline.leads.all().stream().map(Lead::due),
            pipeline.leads.notices().stream().map(it -> it.due()))
        .flatMap(Optional::stream)
        .filter(at -> !at.isAfter(last))
        .min(Instant::compareTo);
  }

  /** What was sent, in the order of sending: when, what, to whom. */
  private List<String> told() {
    return pipeline.publisher.published().stream()
        .map(it -> pipeline.leads.findNotice(it.id()).orElseThrow())
        .map(it -> it.notBefore() + " " + it.id().kind().word() + " " + it.to())
        .toList();
  }

  private void qualify(String user) {
    score(List.of(identify(user), visit(user)));
    pipeline.sendAll(now);
  }

  private void demo(String user) {
    var demo = sent(TestEvents.track("demo-" + user, "Demo Requested"), user);
    score(List.of(identify(user), demo));
    pipeline.sendAll(now);
  }

  private Event identify(String user) {
    return sent(TestEvents.identify("who-" + user).trait("email", user + "@gmail.com"), user);
  }

  private Event visit(String user) {
    return sent(TestEvents.page("visit-" + user + now, "/"), user);
  }

  private Event sent(TestEvents event, String user) {
    return event.user(user).at(now.toString()).receivedAt(now.toString()).build();
  }

  private void score(List<Event> batch) {
    pipeline.append(batch);
    pipeline.scoreUntilDone(batch, now);
  }

  private void act(String person, ObjectNode fields) {
    act(lead("u-1"), person, fields);
  }

  private void act(Lead lead, String person, ObjectNode fields) {
    acts++;
    var acted = pipeline.acts.act(lead.id(), "a-" + acts, person, fields, now).orElseThrow();
    assertThat(acted.answer().isRefused()).as(acted.answer().why()).isFalse();
    pipeline.sendAll(now);
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

  private CycleRecord cycle() {
    return pipeline.leads.listCycles(lead("u-1").id()).getLast();
  }
}
