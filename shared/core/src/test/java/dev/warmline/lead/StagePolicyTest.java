package dev.warmline.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.Profile;
import dev.warmline.rule.Model;
import dev.warmline.rule.Publication;
import dev.warmline.score.Points;
import dev.warmline.score.Scorecard;
import dev.warmline.score.Scorecard.FastTrack;
import dev.warmline.score.Scorecard.LeadSource;
import dev.warmline.score.Scorecard.Qualification;
import dev.warmline.score.Scorecard.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StagePolicyTest {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final Publication MODEL = publication(false);

  @Test
  void aLeadThatEntersBecomesMqlInItsFirstCycle() {
    var next = decide(lead(Stage.PROSPECT), card().enter(true), NOON);

    assertThat(next.lead().stage()).isEqualTo(Stage.MQL);
    assertThat(next.lead().cycle()).isEqualTo(1);
    assertThat(next.entry().orElseThrow().silent()).isFalse();
    assertThat(next.lead().alertDue()).contains(NOON.plus(Duration.ofMinutes(10)));
    assertThat(next.lead().due()).contains(NOON.plus(Duration.ofMinutes(10)));
  }

  @Test
  void whoQualifiesByScoresIsWarmAsTheAlertsPageSays() {
    var next = decide(lead(Stage.PROSPECT), card().enter(true), NOON);

    assertThat(next.entry().orElseThrow().verdict().path("tier").asText()).isEqualTo("warm");
  }

  @Test
  void missingInformationKeepsALeadBelowMql() {
    var next = decide(lead(Stage.PROSPECT), card().enter(true).missing("company"), NOON);

    assertThat(next.lead().stage()).isEqualTo(Stage.PROSPECT);
  }

  @Test
  void anExcludedLeadNeverQualifies() {
    var next = decide(lead(Stage.PROSPECT), card().enter(true).excluded("own staff"), NOON);

    assertThat(next.lead().stage()).isEqualTo(Stage.PROSPECT);
  }

  @Test
  void anImportQualifiesWithoutTellingAnyone() {
    var next =
        StagePolicy.next(
            lead(Stage.SUSPECT), card().enter(true).build(), MODEL, NOON, Occasion.IMPORTED);

    assertThat(next.entry().orElseThrow().silent()).isTrue();
    assertThat(next.lead().alertDue()).isEmpty();
  }

  @Test
  void betweenExitAndEnterNothingChanges() {
    var next = decide(lead(Stage.MQL), card().enter(false).exit(false), NOON.plusSeconds(90_000));

    assertThat(next.lead().stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void anMqlCoolsDownOnlyAfterSalesHadItsTime() {
    var early = decide(lead(Stage.MQL), card().exit(true), NOON.plusSeconds(4 * 3600 - 1));
    var late = decide(lead(Stage.MQL), card().exit(true), NOON.plusSeconds(4 * 3600));

    assertThat(early.lead().stage()).isEqualTo(Stage.MQL);
    assertThat(early.lead().due()).contains(NOON.plusSeconds(4 * 3600 + 59));
    assertThat(late.lead().stage()).isEqualTo(Stage.RECYCLED);
    assertThat(late.entry().orElseThrow().why()).isEqualTo("cooled down");
  }

  @Test
  void aFastTrackMqlDoesNotCoolDownWhileItsSignalCounts() {
    var late = NOON.plusSeconds(5 * 3600);

    var hot = decide(lead(Stage.MQL), card().exit(true).fastTrack(NOON), late);

    assertThat(hot.lead().stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void anMqlNobodyAcceptedIsRecycledAfterItsTime() {
    var next = decide(lead(Stage.MQL), card().enter(true), NOON.plus(Duration.ofDays(14)));

    assertThat(next.lead().stage()).isEqualTo(Stage.RECYCLED);
    assertThat(next.entry().orElseThrow().why()).isEqualTo("not worked");
  }

  @Test
  void theWayBackNeedsAPositiveHitAfterTheExitAndTheEndOfTheCoolDown() {
    var recycled = recycledAt(NOON);
    var stale = card().enter(true).latestPositiveHit(NOON);
    var fresh = card().enter(true).latestPositiveHit(NOON.plusSeconds(1));
    var afterCoolDown = NOON.plus(Duration.ofDays(14));

    assertThat(decide(recycled, stale, afterCoolDown).lead().stage()).isEqualTo(Stage.RECYCLED);
    assertThat(decide(recycled, fresh, afterCoolDown.minusMillis(1)).lead().stage())
        .isEqualTo(Stage.RECYCLED);
    var back = decide(recycled, fresh, afterCoolDown);
    assertThat(back.lead().stage()).isEqualTo(Stage.MQL);
    assertThat(back.lead().cycle()).isEqualTo(2);
  }

  @Test
  void aNewFastTrackSignalOverridesTheCoolDownAnOldOneDoesNot() {
    var recycled = recycledAt(NOON);

    var old = decide(recycled, card().fastTrack(NOON.minusSeconds(60)), NOON.plusSeconds(60));
    var fresh = decide(recycled, card().fastTrack(NOON.plusSeconds(30)), NOON.plusSeconds(60));

    assertThat(old.lead().stage()).isEqualTo(Stage.RECYCLED);
    assertThat(fresh.lead().stage()).isEqualTo(Stage.MQL);
    assertThat(fresh.entry().orElseThrow().verdict().path("tier").asText()).isEqualTo("hot");
  }

  @Test
  void anAlertThatIsNotSettledStaysDue() {
    var mql = lead(Stage.MQL).withAlertDue(Optional.of(NOON.plus(Duration.ofMinutes(10))));
    var late = NOON.plus(Duration.ofMinutes(30));

    var unsettled = decide(mql, card().enter(true), late);
    var settled =
        StagePolicy.next(mql, card().enter(true).build(), MODEL, late, Occasion.ALERT_SETTLED);

    assertThat(unsettled.lead().due()).contains(late.plus(Duration.ofMinutes(1)));
    assertThat(settled.lead().alertDue()).isEmpty();
    assertThat(settled.lead().due().orElseThrow()).isAfter(late.plus(Duration.ofHours(1)));
  }

  @Test
  void anEvaluationThatSaysNothingNewIsNoChange() {
    var stored = decide(lead(Stage.PROSPECT), card(), NOON).lead();

    var again = decide(stored, card(), NOON.plusSeconds(1));

    assertThat(again.isChange()).isFalse();
  }

  private static Evaluation decide(Lead lead, CardBuilder card, Instant now) {
    return StagePolicy.next(lead, card.build(), MODEL, now, Occasion.EVENT);
  }

  private static Lead lead(Stage stage) {
    var profile = Profile.user("u-1").orElseThrow().key();
    var empty = EventJson.newObject();
    return Lead.builder(LeadId.foundedBy(profile), NOON)
        .version(3)
        .profiles(new TreeSet<>(List.of(profile)))
        .stage(stage, NOON)
        .cycle(stage == Stage.MQL ? 1 : 0)
        .publication(1)
        .scorecard(empty)
        .traits(empty)
        .build();
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"MQL", "SAL", "SQL"})
  void aSignalOfALeadThatSalesHasOpensNoCycleButIsToldOnce(Stage stage) {
    var lead = lead(stage);

    var next = decide(lead, card().fastTrack(NOON.plusSeconds(60)), NOON.plusSeconds(61));
    var again = decide(next.lead(), card().fastTrack(NOON.plusSeconds(60)), NOON.plusSeconds(62));
    var another = decide(next.lead(), card().fastTrack(NOON.plusSeconds(70)), NOON.plusSeconds(71));

    assertThat(next.lead().stage()).isEqualTo(stage);
    assertThat(next.lead().cycle()).isEqualTo(lead.cycle());
    assertThat(next.entry()).isEmpty();
    assertThat(next.signal().orElseThrow().stage()).isEqualTo(stage);
    assertThat(next.lead().alertDue()).contains(NOON.plusSeconds(61).plus(Duration.ofMinutes(10)));
    assertThat(again.signal()).isEmpty();
    assertThat(another.signal()).isPresent();
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"CUSTOMER", "DISQUALIFIED"})
  void aSignalOfALeadThatIsDecidedTellsNobody(Stage stage) {
    assertThat(decide(lead(stage), card().fastTrack(NOON), NOON.plusSeconds(1)).signal()).isEmpty();
  }

  @Test
  void theSignalThatMadeTheLeadMqlIsNotToldAgain() {
    var mql = decide(lead(Stage.PROSPECT), card().fastTrack(NOON), NOON.plusSeconds(1));

    var next = decide(mql.lead(), card().fastTrack(NOON), NOON.plusSeconds(2));

    assertThat(mql.entry()).isPresent();
    assertThat(mql.signal()).isEmpty();
    assertThat(next.signal()).isEmpty();
  }

  @Test
  void anImportedSignalIsToldToNobodyNowOrLater() {
    var card = card().fastTrack(NOON).build();
    var next = StagePolicy.next(lead(Stage.SAL), card, MODEL, NOON, Occasion.IMPORTED);

    assertThat(next.signal()).isEmpty();
    assertThat(decide(next.lead(), card().fastTrack(NOON), NOON.plusSeconds(9)).signal()).isEmpty();
  }

  @Test
  void anExcludedLeadGivesNoSignal() {
    var card = card().fastTrack(NOON).excluded("own staff");

    assertThat(decide(lead(Stage.SAL), card, NOON).signal()).isEmpty();
  }

  @Test
  void whatBecameDueAfterTheAlertWasSettledStaysDue() {
    var signalled = decide(lead(Stage.SAL), card().fastTrack(NOON), NOON.plusSeconds(1)).lead();

    var settled =
        StagePolicy.next(
            signalled,
            card().fastTrack(NOON).build(),
            MODEL,
            NOON.plusSeconds(2),
            Occasion.ALERT_SETTLED);

    assertThat(settled.lead().alertDue()).isEqualTo(signalled.alertDue());
  }

  private static Lead recycledAt(Instant left) {
    var lead = lead(Stage.RECYCLED);
    return lead.toBuilder()
        .mergedInto(Optional.empty())
        .cycle(1)
        .entries(2)
        .leftAt(Optional.of(left))
        .publication(1)
        .due(Optional.empty())
        .alertDue(Optional.empty())
        .stage(Stage.RECYCLED, left)
        .build();
  }

  private static CardBuilder card() {
    return new CardBuilder();
  }

  private static Publication publication(boolean silent) {
    try {
      var json =
          """
          {"name":"test","scores":{"engagement":{"rules":[
             {"id":"visit","when":{"type":["page"]},"points":10}]}},
           "qualify":{"enter":{"score":"engagement","at-least":60},
             "exit":{"score":"engagement","below":40},"cool-down":"14d"},
           "sla":{"accept-within":"4h"},
           "recycle":{"after":"14d","unqualified-after":"30d"}}
          """;
      return new Publication(
          1, Model.of((ObjectNode) new ObjectMapper().readTree(json), 1), silent);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class CardBuilder {
    private boolean enter;
    private boolean exit;
    private List<String> missing = List.of();
    private Optional<String> excluded = Optional.empty();
    private Optional<Instant> positive = Optional.of(NOON);
    private Optional<FastTrack> fastTrack = Optional.empty();

    private CardBuilder enter(boolean value) {
      enter = value;
      return this;
    }

    private CardBuilder exit(boolean value) {
      exit = value;
      return this;
    }

    private CardBuilder missing(String trait) {
      missing = List.of(trait);
      return this;
    }

    private CardBuilder excluded(String why) {
      excluded = Optional.of(why);
      return this;
    }

    private CardBuilder latestPositiveHit(Instant at) {
      positive = Optional.of(at);
      return this;
    }

    private CardBuilder fastTrack(Instant at) {
      fastTrack = Optional.of(new FastTrack("m-1", at, "Requested a demo", true));
      return this;
    }

    private Scorecard build() {
      return new Scorecard(
          NOON,
          "test",
          1,
          Map.of("engagement", new Score(Points.ofMilli(65_000), Optional.empty(), List.of())),
          Optional.empty(),
          List.of(),
          List.of(),
          new LeadSource(Optional.empty(), Optional.empty()),
          new Qualification(enter, exit, true, missing, fastTrack, excluded, positive),
          positive,
          Optional.empty(),
          EventJson.newObject(),
          List.of());
    }
  }
}
