package dev.warmline.usecase;

import static dev.warmline.handoff.AlertExamples.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.AlertExamples;
import dev.warmline.handoff.AlertId;
import dev.warmline.handoff.AlertPublisher;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.lead.HotSignal;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import dev.warmline.usecase.FlakyHandoff.Crash;
import dev.warmline.usecase.HandOffLead.HandedOff;
import dev.warmline.usecase.HandOffLead.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandOffLeadTest {
  private static final Instant NOW = AlertExamples.AT;
  private static final Instant LATER = NOW.plus(HandOffLead.LEASE);
  private static final AlertId ID = new AlertId(LEAD, 1);
  private static final StageEntry BECAME_MQL = AlertExamples.entry(1, Stage.MQL, "warmline", false);

  private final FlakyHandoff flaky = new FlakyHandoff();

  @Test
  void aNewMqlIsToldOnce() {
    var handOff = on(AlertExamples.lead(Stage.MQL), BECAME_MQL);

    assertThat(handOff.handOff(LEAD, "r-1", NOW)).isEqualTo(new HandedOff.Published(ID));
    assertThat(handOff.handOff(LEAD, "r-2", NOW)).isEqualTo(new HandedOff.AlreadySent(ID));
    assertThat(flaky.published).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Crash.class)
  void aCrashAtAnyStepLosesNoAlertAndRepeatsItUnderTheSameIdAndBody(Crash crash) {
    flaky.crashNext(crash);
    var first = on(AlertExamples.lead(Stage.MQL), BECAME_MQL);
    try {
      first.handOff(LEAD, "r-1", NOW);
    } catch (RuntimeException e) {
      assertThat(e).hasMessageContaining("planned");
    }
    var changed = new HandOffLead(leads(), flaky, flaky, new AlertRenderer(AlertExamples.DESK));

    changed.handOff(LEAD, "r-2", LATER);

    assertThat(flaky.isSent(ID)).isTrue();
    assertThat(flaky.published).isNotEmpty().hasSizeLessThanOrEqualTo(2);
    assertThat(flaky.published.stream().distinct()).hasSize(1);
    assertThat(postsOf(flaky.published)).hasSize(1);
  }

  @Test
  void theSameAttemptGoesOnAfterTheAnswerOfItsClaimGotLost() {
    flaky.crashNext(Crash.AFTER_CLAIM);
    var handOff = on(AlertExamples.lead(Stage.MQL), BECAME_MQL);
    assertThatThrownBy(() -> handOff.handOff(LEAD, "r-1", NOW)).hasMessageContaining("planned");

    assertThat(handOff.handOff(LEAD, "r-1", NOW)).isEqualTo(new HandedOff.Published(ID));
  }

  @Test
  void whatWasNotAcceptedIsFreeForTheNextAttempt() {
    flaky.crashNext(Crash.BEFORE_PUBLISH);
    var handOff = on(AlertExamples.lead(Stage.MQL), BECAME_MQL);
    assertThatThrownBy(() -> handOff.handOff(LEAD, "r-1", NOW))
        .isInstanceOf(AlertPublisher.PublishFailed.class);

    assertThat(handOff.handOff(LEAD, "r-2", NOW)).isEqualTo(new HandedOff.Published(ID));
  }

  @Test
  void aClaimThatCannotBeGivenBackHidesNothing() {
    flaky.crashNext(Crash.BEFORE_PUBLISH);
    flaky.failReleases();
    var handOff = on(AlertExamples.lead(Stage.MQL), BECAME_MQL);

    assertThatThrownBy(() -> handOff.handOff(LEAD, "r-1", NOW))
        .isInstanceOf(AlertPublisher.PublishFailed.class)
        .satisfies(
            failed ->
                assertThat(failed.getSuppressed())
                    .hasSize(1)
                    .hasOnlyElementsOfType(StoreUnavailable.class));
    assertThat(handOff.handOff(LEAD, "r-2", LATER)).isEqualTo(new HandedOff.Published(ID));
  }

  @Test
  void anotherAttemptWaitsUntilTheLeaseHasRunOut() {
    flaky.crashNext(Crash.AFTER_CLAIM);
    var handOff = on(AlertExamples.lead(Stage.MQL), BECAME_MQL);
    assertThatThrownBy(() -> handOff.handOff(LEAD, "r-1", NOW)).hasMessageContaining("planned");

    assertThat(handOff.handOff(LEAD, "r-2", LATER.minusMillis(1)))
        .isEqualTo(new HandedOff.HeldByAnother(ID, LATER));
    assertThat(handOff.handOff(LEAD, "r-2", LATER)).isEqualTo(new HandedOff.Published(ID));
  }

  @Test
  void whoQualifiedSilentlyIsToldToNobody() {
    var silent = AlertExamples.entry(1, Stage.MQL, "warmline", true);

    assertSilent(AlertExamples.lead(Stage.MQL), List.of(silent), Silence.SILENT);
  }

  @Test
  void theNewestQualificationCounts() {
    var silent = AlertExamples.entry(1, Stage.MQL, "warmline", true);
    var told = AlertExamples.entry(2, Stage.MQL, "warmline", false);
    var handOff = on(AlertExamples.lead(Stage.MQL), silent, told);

    assertThat(handOff.handOff(LEAD, "r-1", NOW)).isEqualTo(new HandedOff.Published(ID));
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"SAL", "SQL", "CUSTOMER", "DISQUALIFIED"})
  void aPersonWhoWorksOnTheLeadNeedsNoAlert(Stage stage) {
    var moved = AlertExamples.entry(2, stage, "kim", false);

    assertSilent(AlertExamples.lead(stage), List.of(BECAME_MQL, moved), Silence.IN_HAND);
  }

  @Test
  void aLeadReturnedByAPersonIsNotToldAgain() {
    var returned = AlertExamples.entry(2, Stage.RECYCLED, "kim", false);

    assertSilent(
        AlertExamples.lead(Stage.RECYCLED), List.of(BECAME_MQL, returned), Silence.IN_HAND);
  }

  @Test
  void aLeadThatCooledDownUntoldIsStillTold() {
    var cooled = AlertExamples.entry(2, Stage.RECYCLED, "warmline", false);
    var handOff = on(AlertExamples.lead(Stage.RECYCLED), BECAME_MQL, cooled);

    assertThat(handOff.handOff(LEAD, "r-1", NOW)).isEqualTo(new HandedOff.Published(ID));
  }

  @Test
  void aTombstoneTellsNothing() {
    var merged = mergedInto(AlertExamples.lead(Stage.MQL), new LeadId("l-survivor"));

    assertSilent(merged, List.of(BECAME_MQL), Silence.MERGED);
  }

  @Test
  void aStrangerTellsNothing() {
    var handOff = on(AlertExamples.lead(Stage.MQL), BECAME_MQL);

    assertThat(handOff.handOff(new LeadId("l-nobody"), "r-1", NOW))
        .isEqualTo(new HandedOff.NothingToTell(Silence.UNKNOWN));
    assertSilent(AlertExamples.lead(Stage.PROSPECT), List.of(), Silence.NOT_QUALIFIED);
  }

  @Test
  void anMqlWithoutHistoryIsABrokenInvariant() {
    assertThatThrownBy(() -> on(AlertExamples.lead(Stage.MQL)).handOff(LEAD, "r-1", NOW))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("without a history entry");
  }

  @Test
  void aSignalOfALeadThatSalesHasIsToldOnce() {
    var handOff = on(AlertExamples.lead(Stage.SAL), AlertExamples.signal("a"));
    var update = new AlertId(LEAD, 1, Optional.of("a"));

    assertThat(handOff.handOff(LEAD, "r-1", NOW)).isEqualTo(new HandedOff.Published(update));
    handOff.handOff(LEAD, "r-2", NOW);

    assertThat(flaky.published).extracting(FlakyHandoff.Sent::id).containsExactly(update);
  }

  @Test
  void theHandoffIsToldBeforeItsSignals() {
    var lead =
        new OneLead(
            AlertExamples.lead(Stage.MQL),
            List.of(BECAME_MQL),
            List.of(AlertExamples.signal("a"), AlertExamples.signal("b")));

    on(lead).handOff(LEAD, "r-1", NOW);

    assertThat(flaky.published)
        .extracting(sent -> sent.id().value())
        .containsExactly(ID.value(), ID.value() + ".hot-a", ID.value() + ".hot-b");
  }

  @ParameterizedTest
  @EnumSource(Crash.class)
  void aCrashLosesNoUpdateAndRepeatsItUnderTheSameIdAndBody(Crash crash) {
    flaky.crashNext(crash);
    var handOff = on(AlertExamples.lead(Stage.SQL), AlertExamples.signal("a"));
    try {
      handOff.handOff(LEAD, "r-1", NOW);
    } catch (RuntimeException e) {
      assertThat(e).hasMessageContaining("planned");
    }

    handOff.handOff(LEAD, "r-2", LATER);

    assertThat(flaky.isSent(new AlertId(LEAD, 1, Optional.of("a")))).isTrue();
    assertThat(flaky.published.stream().distinct()).hasSize(1);
    assertThat(postsOf(flaky.published)).hasSize(1);
  }

  @Test
  void anUpdateThatAnotherSendsIsNotPassedOver() {
    flaky.crashNext(Crash.AFTER_CLAIM);
    var handOff = on(AlertExamples.lead(Stage.SAL), AlertExamples.signal("a"));
    assertThatThrownBy(() -> handOff.handOff(LEAD, "r-1", NOW)).hasMessageContaining("planned");

    assertThat(handOff.handOff(LEAD, "r-2", NOW)).isInstanceOf(HandedOff.HeldByAnother.class);
  }

  @Test
  void theSignalOfALeadThatWasMergedAwayIsStillTold() {
    var merged = mergedInto(AlertExamples.lead(Stage.MQL), new LeadId("l-survivor"));

    on(merged, AlertExamples.signal("a")).handOff(LEAD, "r-1", NOW);

    assertThat(flaky.published).hasSize(1);
  }

  private HandOffLead on(Lead lead, HotSignal signal) {
    return on(new OneLead(lead, List.of(), List.of(signal)));
  }

  private HandOffLead on(OneLead lead) {
    return new HandOffLead(lead, flaky, flaky, new AlertRenderer(Optional.empty()));
  }

  private void assertSilent(Lead lead, List<StageEntry> history, Silence why) {
    var handOff = on(lead, history.toArray(StageEntry[]::new));

    assertThat(handOff.handOff(LEAD, "r-1", NOW)).isEqualTo(new HandedOff.NothingToTell(why));
    assertThat(flaky.published).isEmpty();
  }

  private HandOffLead on(Lead lead, StageEntry... history) {
    return on(new OneLead(lead, List.of(history)));
  }

  /** What reaches the chat when every published message is delivered, each of them twice. */
  private static List<String> postsOf(List<FlakyHandoff.Sent> published) {
    var channel = new OneChannel();
    var deliver = new DeliverAlert(channel, channel);
    for (var sent : published) {
      deliver.deliver(sent.message().json(), "slack", "r-1", LATER);
      deliver.deliver(sent.message().json(), "slack", "r-2", LATER);
    }
    return channel.posts;
  }

  private static OneLead leads() {
    return new OneLead(AlertExamples.lead(Stage.MQL), List.of(BECAME_MQL));
  }

  private static Lead mergedInto(Lead lead, LeadId survivor) {
    return lead.toBuilder().mergedInto(Optional.of(survivor)).build();
  }
}
