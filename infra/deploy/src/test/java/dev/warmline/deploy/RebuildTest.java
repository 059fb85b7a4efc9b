package dev.warmline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.authoring.YamlModels;
import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.event.Lanes;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.Identity;
import dev.warmline.lead.KnownClaims;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Retry;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import dev.warmline.lead.Whose;
import dev.warmline.rule.Publication;
import dev.warmline.testkit.MemoryEventLog;
import dev.warmline.testkit.MemoryLeadStore;
import dev.warmline.testkit.SettableClock;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.TestLeads;
import dev.warmline.usecase.EvaluateLead;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RebuildTest {
  static final String MODEL =
      """
      name: two-visits
      scores:
        engagement:
          bands: { hot: 20, cold: 0 }
          rules:
            - { id: visit, says: Visited, when: { type: [page] }, points: 10 }
      qualify:
        enter: { score: engagement, at-least: 20 }
        exit: { score: engagement, below: 5 }
        cool-down: 0s
      """;
  private static final Instant LOSS = Instant.parse("2026-03-01T12:00:00Z");

  private final MemoryEventLog log = new MemoryEventLog();
  private final MemoryLeadStore leads = new MemoryLeadStore();
  private final SettableClock clock = new SettableClock("2026-03-01T14:00:00Z");
  private final Publication publication =
      new Publication(1, YamlModels.read("test", MODEL).model().orElseThrow(), LOSS);
  private final Retry retry = Retry.times(5);
  private final Supplier<LeadId> ids = TestLeads.ids();
  private final Rebuild rebuild =
      new Rebuild(
          log,
          () -> new Whose(leads, retry, ids, new KnownClaims()),
          new Relive(log, leads, retry),
          new EvaluateLead(log, leads, retry),
          Lanes.ONE,
          clock);

  @Test
  void whoQualifiedByWhatWasReceivedBeforeWaits() {
    log.append(List.of(visit("1", "2026-03-01T10:00:00Z"), visit("2", "2026-03-01T12:00:00Z")));

    var done = rebuild.run(profiles(), publication);

    assertThat(done).isEqualTo(new Rebuild.Rebuilt(1, 1, List.of()));
    assertThat(lead().stage()).isEqualTo(Stage.MQL);
    assertThat(lead().standing().waiting()).isPresent();
  }

  @Test
  void whoQualifiesByWhatWasReceivedLaterIsHandedToSales() {
    log.append(List.of(visit("1", "2026-03-01T10:00:00Z"), visit("2", "2026-03-01T12:00:00.001Z")));

    var done = rebuild.run(profiles(), publication);

    assertThat(done).isEqualTo(new Rebuild.Rebuilt(1, 0, List.of()));
    assertThat(lead().stage()).isEqualTo(Stage.MQL);
    assertThat(lead().standing().isAnnounced()).isTrue();
  }

  @Test
  void doingItTwiceChangesNothing() {
    log.append(List.of(visit("1", "2026-03-01T10:00:00Z"), visit("2", "2026-03-01T13:00:00Z")));
    rebuild.run(profiles(), publication);
    var once = leads.listHistory(lead().id());

    rebuild.run(profiles(), publication);

    assertThat(leads.listHistory(lead().id())).isEqualTo(once);
    assertThat(lead().stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void tooManyProfilesOfOneLeadStopNobodyElse() {
    var crowd =
        IntStream.rangeClosed(1, Identity.MAX_PERSONS + 1)
            .mapToObj(n -> TestEvents.identify("i" + n).user("u-crowd").anonymous("a-" + n).build())
            .toList();
    log.append(crowd);
    log.append(List.of(visit("1", "2026-03-01T10:00:00Z"), visit("2", "2026-03-01T11:00:00Z")));

    var done = rebuild.run(profiles(), publication);

    assertThat(done.failed()).isEmpty();
    assertThat(leads.all()).extracting(Lead::stage).contains(Stage.MQL);
  }

  @Test
  void aLeadThatCannotBeScoredStopsNobodyElseAndIsNamed() {
    log.append(List.of(visit("1", "2026-03-01T10:00:00Z")));
    rebuild.run(profiles(), new Publication(9, publication.model(), LOSS));
    log.append(List.of(TestEvents.page("other", "/").user("u-2").build()));

    var done = rebuild.run(profiles(), publication);

    assertThat(done.failed()).singleElement().asString().endsWith(": StoreUnavailable");
    assertThat(leads.all()).hasSize(2);
  }

  @Test
  void whoeverSalesTookIsWithSalesAndNobodyIsTold() {
    log.append(List.of(visit("1", "2026-03-01T10:00:00Z"), visit("2", "2026-03-01T10:00:00Z")));
    log.append(List.of(outcome("3", "accepted", "2026-03-01T11:00:00Z")));

    var done = rebuild.run(profiles(), publication);

    assertThat(done).isEqualTo(new Rebuild.Rebuilt(1, 0, List.of()));
    assertThat(lead().stage()).isEqualTo(Stage.SAL);
    assertThat(lead().standing().since()).isEqualTo("2026-03-01T11:00:00Z");
    assertThat(leads.listHistory(lead().id()))
        .extracting(StageEntry::to)
        .endsWith(Stage.MQL, Stage.SAL);
    assertThat(leads.listCycles(lead().id()))
        .singleElement()
        .matches(it -> it.mark("accepted").isPresent());
    assertThat(leads.findAnnouncing(lead().id(), 1)).isEmpty();
  }

  @Test
  void aCycleThatNobodyTouchedSinceTheLastActWaits() {
    log.append(List.of(visit("1", "2026-03-01T10:00:00Z"), visit("2", "2026-03-01T10:00:00Z")));
    log.append(List.of(outcome("3", "returned", "2026-03-01T11:00:00Z")));
    log.append(List.of(TestEvents.page("4", "/").at("2026-03-01T11:30:00Z").build()));

    rebuild.run(profiles(), publication);

    assertThat(lead().standing().cycle()).isEqualTo(2);
    assertThat(lead().standing().waiting()).isPresent();
  }

  @Test
  void whatIsDoneMeanwhileIsLeftToWhoeverScoresIt() {
    log.append(List.of(visit("1", "2026-03-01T10:00:00Z")));
    var handedOver =
        TestEvents.event("2", EventType.OUTCOME)
            .with("act", "handed-over")
            .with("why", "met at the fair")
            .at("2026-03-01T11:00:00Z")
            .receivedAt("2026-03-01T13:59:59Z")
            .build();
    log.append(List.of(handedOver));

    rebuild.run(profiles(), publication);
    var left = lead().stage();
    var now = clock.instant();
    new EvaluateLead(log, leads, retry)
        .evaluate(lead().id(), publication, now, List.of(handedOver));

    assertThat(left).isEqualTo(Stage.PROSPECT);
    assertThat(lead().stage()).isEqualTo(Stage.MQL);
    assertThat(leads.findAnnouncing(lead().id(), 1)).isPresent();
  }

  private static Event outcome(String id, String act, String at) {
    return TestEvents.event(id, EventType.OUTCOME)
        .with("act", act)
        .with("reason", "timing")
        .at(at)
        .build();
  }

  private static Event visit(String id, String receivedAt) {
    return TestEvents.page(id, "/").at("2026-03-01T09:00:00Z").receivedAt(receivedAt).build();
  }

  private List<ProfileKey> profiles() {
    return log.all().stream()
        .map(event -> event.profile().key())
        .collect(Collectors.collectingAndThen(Collectors.toSet(), List::copyOf));
  }

  private Lead lead() {
    return leads.all().getFirst();
  }
}
