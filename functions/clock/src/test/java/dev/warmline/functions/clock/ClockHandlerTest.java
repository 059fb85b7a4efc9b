package dev.warmline.functions.clock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.event.Event;
import dev.warmline.event.Lanes;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.lead.Due;
import dev.warmline.lead.KnownClaims;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.Retry;
import dev.warmline.lead.Stage;
import dev.warmline.lead.Whose;
import dev.warmline.rule.Model;
import dev.warmline.score.Gathering.Room;
import dev.warmline.testkit.EndlessEventLog;
import dev.warmline.testkit.Invocation;
import dev.warmline.testkit.MemoryLeadStore;
import dev.warmline.testkit.MemoryModels;
import dev.warmline.testkit.MemoryParkedEvents;
import dev.warmline.testkit.RecordingPublisher;
import dev.warmline.testkit.RefusingLeadStore;
import dev.warmline.testkit.SettableClock;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.TestLeads;
import dev.warmline.usecase.EvaluateLead;
import dev.warmline.usecase.ScoreEvents;
import dev.warmline.usecase.SendNotices;
import dev.warmline.usecase.TickClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClockHandlerTest {
  private static final int PAGE = 50;
  private static final String SCHEDULED =
      """
      {"version":"0","id":"53dc4d37","detail-type":"Scheduled Event","source":"aws.events",
       "account":"123456789012","time":"2026-03-02T12:00:00Z","region":"eu-central-1",
       "resources":["arn:aws:events:eu-central-1:123456789012:rule/clock"],"detail":{}}
      """;
  private static final String MODEL =
      """
      {"name":"visits","scores":{"engagement":{"rules":[
         {"id":"visit","says":"Looked around","when":{"type":["page"]},"points":60}]}},
       "qualify":{"enter":{"score":"engagement","at-least":60}}}
      """;

  private final SettableClock clock = new SettableClock("2026-03-02T12:00:00Z");
  private final EndlessEventLog events = new EndlessEventLog();
  private final List<String> log = new ArrayList<>();
  private final Map<String, Long> subscriptions = new HashMap<>();
  private final MemoryLeadStore leads = new MemoryLeadStore();
  private final MemoryModels models = new MemoryModels();
  private final RecordingPublisher publisher = new RecordingPublisher();
  private final MemoryParkedEvents parked = new MemoryParkedEvents();

  @BeforeEach
  void publish() throws JsonProcessingException {
    models.publish(Model.of((ObjectNode) new ObjectMapper().readTree(MODEL), 1));
  }

  @Test
  void everythingThatIsDueIsWorkedOffAPageAfterTheOther() {
    for (var i = 0; i < 2 * PAGE + 1; i++) {
      due("u-" + i, i);
    }

    assertThat(tick(leads)).isEqualTo("{}");

    assertThat(stillDue()).isEmpty();
  }

  @Test
  void aPageFullOfLeadsThatCanNeverBeWorkedOffKeepsNobodyElseWaiting() {
    var refused = new HashSet<LeadId>();
    for (var i = 0; i < PAGE; i++) {
      refused.add(due("refused-" + i, i));
    }
    due("u-1", PAGE);
    due("u-2", PAGE + 1);

    tick(new RefusingLeadStore(leads, refused));

    assertThat(stillDue()).isEmpty();
    clock.advance(TickClock.AHEAD);
    assertThat(stillDue()).isEqualTo(refused);
  }

  @Test
  void aLeadThatTakesTheClockDownIsInNobodysWay() {
    var deadly = due("u-1", 0);
    due("u-2", 1);
    events.make(TestLeads.user("u-1"), 1, _ -> fail());

    assertThatThrownBy(() -> tick(leads)).isInstanceOf(OutOfMemoryError.class);
    clock.advance(Duration.ofMinutes(1));
    tick(leads);

    assertThat(stillDue()).isEmpty();
    clock.advance(TickClock.AHEAD);
    assertThat(stillDue()).containsExactly(deadly);
  }

  @Test
  void oneLeadThatFailsLimitsNoTick() {
    var failing = due("u-0", 0);
    for (var i = 1; i < 2 * PAGE; i++) {
      due("u-" + i, i);
    }
    events.faults().failNextBefore(1);

    tick(leads);

    assertThat(stillDue()).containsExactly(failing);
    assertThat(log).anyMatch(line -> line.contains("\"LeadsNotWorkedOff\":1"));
  }

  @Test
  void aLeadThatIsTooLargeKeepsItsCardAndIsParked() {
    var large = due("u-1", 0);
    var before = leads.findLead(large).orElseThrow();
    var page = TestEvents.page("e-1", "/").user("u-1").build();
    events.make(TestLeads.user("u-1"), Room.WHOLE.events() + 1, _ -> page);

    tick(leads);

    assertThat(leads.findLead(large)).contains(before);
    assertThat(parked.all())
        .extracting(ParkedEvent::reason)
        .singleElement()
        .asString()
        .startsWith("too large: lead ");
  }

  @Test
  void aLeadThatCanNeverBeWorkedOffIsParkedOnceWithItsKeysAndTheReason() {
    var refused = due("u-1", 0);
    var store = new RefusingLeadStore(leads, Set.of(refused));

    tick(store);
    clock.advance(TickClock.AHEAD);
    tick(store);

    assertThat(parked.all())
        .containsExactly(
            new ParkedEvent(
                "clock",
                "Rejected: commit: refused for good (planned)",
                Instant.parse("2026-03-02T12:00:00Z"),
                refused + "/LEAD"));
  }

  @Test
  void aParkedLeadIsWorkedOffOnceItsCauseIsMended() {
    var refused = due("u-1", 0);
    tick(new RefusingLeadStore(leads, Set.of(refused)));

    clock.advance(TickClock.AHEAD);
    tick(leads);

    assertThat(stillDue()).isEmpty();
  }

  @Test
  void troubleWithAStoreOrTheTopicParksNothing() {
    due("u-9", 0);
    events.faults().failNextBefore(1);
    tick(leads);
    assertThat(parked.all()).isEmpty();

    becomesMql();
    publisher.faults().failNextBefore(1);
    tick(leads);

    assertThat(publisher.published()).isEmpty();
    assertThat(parked.all()).isEmpty();

    tick(leads);
    assertThat(publisher.published()).hasSize(1);
  }

  @Test
  void aLeadThatCannotBeParkedIsTriedAgain() {
    var refused = due("u-1", 0);
    parked.faults().failNextBefore(1);
    var store = new RefusingLeadStore(leads, Set.of(refused));

    tick(store);
    assertThat(parked.all()).isEmpty();

    tick(store);
    assertThat(parked.all()).hasSize(1);
  }

  @Test
  void aLeadTheStoreHadNoAnswerForIsWorkedOffByTheNextTick() {
    var missed = due("u-1", 0);
    due("u-2", 1);
    events.faults().failNextBefore(1);

    tick(leads);
    assertThat(stillDue()).containsExactly(missed);

    tick(leads);
    assertThat(stillDue()).isEmpty();
  }

  @Test
  void whenNothingCanBeReadTheScheduleIsToldSo() {
    leads.faults().failNextBefore(1);

    assertThatThrownBy(() -> tick(leads)).isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void anAlertNobodySentIsSentOnce() {
    becomesMql();

    tick(leads);
    clock.advance(Duration.ofMinutes(11));
    tick(leads);

    assertThat(publisher.published()).hasSize(1);
  }

  @Test
  void howLongAnAlertTookAndWhatWasNotDoneIsWrittenDown() {
    becomesMql();
    due("u-9", 0);
    events.faults().failNextBefore(1);
    clock.advance(Duration.ofSeconds(40));

    tick(leads);

    assertThat(log)
        .anyMatch(line -> line.contains("\"TimeToAlert\":40000"))
        .anyMatch(line -> line.contains("to be retried") && line.contains("/LEAD"))
        .anyMatch(line -> line.contains("\"LeadsNotWorkedOff\":1"));
  }

  @Test
  void everyTenMinutesTheMailboxesAreCounted() {
    subscriptions.put("SubscriptionsConfirmed", 3L);

    tick(leads);
    clock.advance(Duration.ofMinutes(1));
    tick(leads);

    assertThat(log).filteredOn(line -> line.contains("\"SubscriptionsConfirmed\":3")).hasSize(1);
  }

  private static Event fail() {
    throw new OutOfMemoryError("planned");
  }

  private void becomesMql() {
    var now = clock.instant().toString();
    var event = TestEvents.page("e-1", "/pricing").at(now).receivedAt(now).build();
    events.append(List.of(event));
    var ids = TestLeads.ids();
    new ScoreEvents(
            models,
            () -> new Whose(leads, Retry.times(3), ids, new KnownClaims()),
            evaluate(leads),
            parked,
            Lanes.ONE)
        .score(List.of(event), clock.instant());
  }

  private LeadId due(String user, int seconds) {
    var at = clock.instant().minusSeconds(3_600 - seconds).toString();
    var lead = TestLeads.next(TestLeads.lead(user, Stage.SUSPECT), Stage.SUSPECT, Optional.of(at));
    leads.commit(List.of(new PutLead(lead, 0)));
    return lead.id();
  }

  private Set<LeadId> stillDue() {
    return leads.listDue(clock.instant(), 1_000).stream()
        .flatMap(due -> due instanceof Due.OfLead(var id) ? Stream.of(id) : Stream.of())
        .collect(Collectors.toSet());
  }

  private String tick(LeadStore store) {
    var send = new SendNotices(store, publisher, new AlertRenderer(Optional.empty()));
    var ticking = new TickClock(models, store, evaluate(store), send, parked);
    var out = new ByteArrayOutputStream();
    try {
      new ClockHandler(ticking, Journal.to("clock", log::add), () -> subscriptions, clock)
          .handleRequest(
              new ByteArrayInputStream(SCHEDULED.getBytes(UTF_8)), out, new Invocation("r-1"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(UTF_8);
  }

  private EvaluateLead evaluate(LeadStore store) {
    return new EvaluateLead(events, store, Retry.times(3));
  }
}
