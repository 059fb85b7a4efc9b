package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.event.Lanes;
import dev.warmline.event.ParkedEvent;
import dev.warmline.lead.Answer;
import dev.warmline.lead.KnownClaims;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.Position;
import dev.warmline.lead.Retry;
import dev.warmline.lead.Stage;
import dev.warmline.lead.Whose;
import dev.warmline.rule.Model;
import dev.warmline.score.Gathering.Room;
import dev.warmline.score.ScorecardJson;
import dev.warmline.testkit.EndlessEventLog;
import dev.warmline.testkit.MemoryLeadStore;
import dev.warmline.testkit.MemoryModels;
import dev.warmline.testkit.MemoryParkedEvents;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.TestLeads;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A lead with more events than one lead may have harms neither its neighbours nor itself. */
class LargeLeadTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final int TOO_MANY = Room.WHOLE.events() + 1;
  private static final String MODEL =
      """
      {"name":"visits","scores":{"engagement":{"max":1000,"rules":[
         {"id":"visit","says":"Saw {properties.path}","when":{"type":["page"]},"points":1,
          "limit":{"times":3,"per":"day"}}]}},
       "qualify":{"enter":{"score":"engagement","at-least":60}}}
      """;

  private final EndlessEventLog log = new EndlessEventLog();
  private final MemoryLeadStore leads = new MemoryLeadStore();
  private final MemoryModels models = new MemoryModels();
  private final MemoryParkedEvents parked = new MemoryParkedEvents();
  private final Supplier<LeadId> ids = TestLeads.ids();
  private final ScoreEvents score =
      new ScoreEvents(
          models,
          () -> new Whose(leads, Retry.times(3), ids, new KnownClaims()),
          new EvaluateLead(log, leads, Retry.times(3)),
          parked,
          new Lanes(4));

  LargeLeadTest() {
    models.publish(MemoryPipeline.model(MODEL));
  }

  @Test
  void itIsScoredFromTheEventsOfItsServersAloneAndSaysSo() {
    log.make(TestLeads.user("large"), TOO_MANY, i -> page("b-" + i, "large").browser("w").build());

    scored(page("s-1", "large").build());

    assertThat(points("large")).isEqualTo(1);
    assertThat(lead("large").card().scorecard().path("limited").asText()).contains("servers");
    assertThat(parked.all()).isEmpty();
  }

  @Test
  void itGoesOnFromItsCheckpointWithoutWhatBrowsersSend() {
    log.make(TestLeads.user("large"), TOO_MANY, i -> page("b-" + i, "large").browser("w").build());
    scored(page("s-1", "large").build());
    var reads = log.reads();

    scored(page("b", "large").at("2026-03-01T11:00:00Z").browser("w").build());
    scored(page("s-2", "large").at("2026-03-01T12:00:00Z").build());

    assertThat(log.reads()).isEqualTo(reads);
    assertThat(points("large")).isEqualTo(2);
    assertThat(lead("large").card().scorecard().has("limited")).isTrue();
  }

  @Test
  void withTooManyOfServersItKeepsItsCardAndIsParkedOnceAndItsNeighboursAreScored() {
    scored(page("s-1", "large").build());
    log.make(TestLeads.user("large"), TOO_MANY, i -> page("s-" + i, "large").build());
    var before = lead("large").card().scorecard();

    scored(
        page("n-1", "before").build(),
        consent("c-1", "large"),
        consent("c-2", "large"),
        page("n-2", "after").build());

    assertThat(lead("large").card().scorecard()).isEqualTo(before);
    assertThat(parked.all())
        .extracting(ParkedEvent::reason, ParkedEvent::raw)
        .singleElement()
        .satisfies(
            only -> {
              assertThat(only.toList().getFirst().toString()).startsWith("too large: lead ");
              assertThat(only.toList().getLast()).isEqualTo(lead("large").id() + "/LEAD");
            });
    assertThat(points("before")).isEqualTo(1);
    assertThat(points("after")).isEqualTo(1);
  }

  @Test
  void whatIsKeptOfALeadGivesTheScorecardThatAllOfItGives() {
    log.make(
        TestLeads.user("usual"),
        Room.USUAL.events() + 100,
        i -> page("p-" + i, "usual").property("noise", "n".repeat(i % 500)).build());

    scored(page("s-1", "usual").build());

    assertThat(points("usual")).isEqualTo(3);
    assertThat(lead("usual").card().scorecard().toString()).contains("Saw /pricing");
    assertThat(lead("usual").card().scorecard().has("limited")).isFalse();
  }

  @Test
  void whoLooksAtItSeesWhatTheFunctionsSee() {
    log.make(TestLeads.user("large"), TOO_MANY, i -> page("b-" + i, "large").browser("w").build());
    scored(page("s-1", "large").build());
    var lead = lead("large");

    try (var held = new LeadLog(log).read(lead.id(), lead.identity(), model())) {
      var card = held.score(NOW);

      assertThat(card.serversAlone()).isTrue();
      assertThat(ScorecardJson.summary(lead.id().value(), card)).isEqualTo(lead.card().scorecard());
    }
  }

  @Test
  void whoLooksAtOneWithTooManyOfServersIsToldSo() {
    scored(page("s-1", "large").build());
    log.make(TestLeads.user("large"), TOO_MANY, i -> page("s-" + i, "large").build());
    var lead = lead("large");
    var cards = new LeadLog(log);

    assertThatThrownBy(() -> cards.read(lead.id(), lead.identity(), model()))
        .isInstanceOf(TooLarge.class);
  }

  @Test
  void oneWithAFullHistoryStaysWhereItIsWithItsCardGoingOnAndIsParkedOnce() {
    scored(TestEvents.identify("i-1").user("long").build());
    var suspect = lead("long").standing().position();
    var full = new Position(suspect.stage(), suspect.since(), "long", 0, 0, Position.MOST_ENTRIES);
    var lead = lead("long").with(lead("long").standing().with(full));
    leads.commit(List.of(new PutLead(lead.withVersion(lead.version() + 1), lead.version())));

    scored(page("p-1", "long").build());
    scored(page("p-2", "long").at("2026-03-01T11:00:00Z").build(), won("o-1", "long"));

    assertThat(points("long")).isEqualTo(2);
    assertThat(lead("long").stage()).isEqualTo(Stage.SUSPECT);
    assertThat(parked.all().stream().map(ParkedEvent::reason))
        .containsExactly(
            "history full: lead "
                + lead.id()
                + " would move, but its history is full (1000 lines, 200 cycles): its stage"
                + " stays",
            "outcome refused: its history is full (1000 lines, 200 cycles): its stage stays");
    assertThat(leads.findAnswer("o-1")).map(Answer::isRefused).contains(true);
  }

  private static Event won(String id, String user) {
    return TestEvents.event(id, EventType.OUTCOME)
        .user(user)
        .with("act", "won")
        .with("actId", id)
        .with("by", "kim")
        .at("2026-03-01T11:30:00Z")
        .build();
  }

  private Model model() {
    return models.current(NOW).model();
  }

  private void scored(Event... events) {
    log.append(List.of(events));
    assertThat(score.score(List.of(events), NOW)).isEmpty();
  }

  private int points(String user) {
    return lead(user).card().scorecard().at("/scores/engagement/points").asInt();
  }

  private Lead lead(String user) {
    return leads
        .findLink(TestLeads.user(user))
        .flatMap(link -> leads.findLead(link.lead()))
        .orElseThrow();
  }

  private static Event consent(String id, String user) {
    var event = TestEvents.event(id, EventType.CONSENT).user(user);
    event.json().put("granted", true);
    return event.build();
  }

  private static TestEvents page(String id, String user) {
    return TestEvents.page(id, "/pricing").user(user);
  }
}
