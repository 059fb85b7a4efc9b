package dev.warmline.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.rule.Model;
import dev.warmline.rule.Publication;
import dev.warmline.score.Scorecard;
import dev.warmline.score.Scorer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds the table in {@code docs/lifecycle.md} to the machine. */
class StageMachineTest {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final String MODEL =
      """
      {"name":"table","scores":{"engagement":{"rules":[
         {"id":"visit","when":{"type":["page"]},"points":10}]}},
       "qualify":{"enter":{"score":"engagement","at-least":60}},
       "recycle":{"after":"14d","unqualified-after":"30d","retire-after":"7d"},
       "sla":{"accept-within":"4h","answer-return-within":"2d"},
       "return-reasons":{"no-need":null,
          "timing":{"until":"asked","again-to":"same"},
          "unreachable":{"after":"30d"},
          "bad-data":{"answer":"required","note":"required"},
          "not-a-fit":{"path":"disqualify"},
          "wrong-queue":{"path":"queue"},
          "do-not-contact":{"path":"disqualify","consent":"withdraw"}}}\
      """;

  private static final Assignment KIM = new Assignment(Optional.of("inbound"), Optional.of("kim"));

  private static final Map<String, Act> ACTS =
      Map.ofEntries(
          Map.entry("reminded", new Act.Reminded()),
          Map.entry("resumed", new Act.Resumed()),
          Map.entry("retired", new Act.Retired()),
          Map.entry("assigned", new Act.Assigned(KIM)),
          Map.entry("contacted", new Act.Contacted(Optional.empty())),
          Map.entry("introduced", new Act.Introduced()),
          Map.entry("noted", new Act.Noted()),
          Map.entry("answered", new Act.Answered()),
          Map.entry("undone", new Act.Undone()),
          Map.entry("retracted", new Act.Retracted("judged a robot")),
          Map.entry("expired", new Act.Expired()),
          Map.entry("handed-over", new Act.HandedOver("met at the fair")),
          Map.entry("accepted", new Act.Accepted()),
          Map.entry("returned", new Act.Returned(Act.Cause.of("no-need"))),
          Map.entry("qualified", new Act.Qualified()),
          Map.entry("won", new Act.Won()),
          Map.entry("lost", new Act.Lost(Act.Cause.of("no-need"))),
          Map.entry("disqualified", new Act.Disqualified(Optional.of("student"))),
          Map.entry("reopened", new Act.Reopened("a mistake")),
          Map.entry("released", new Act.Released()),
          Map.entry("dropped", new Act.Dropped()),
          Map.entry("imported", new Act.Imported(Stage.SQL, "crm")));

  @Test
  void theTableInTheDocumentIsWhatTheMachineDoes() throws Exception {
    var document = Files.readString(Path.of("..", "..", "docs", "lifecycle.md"));
    var lines = new ArrayList<String>();
    for (var act : new TreeMap<>(ACTS).entrySet()) {
      var cells = new ArrayList<String>();
      for (var place : Standing.Place.values()) {
        cells.add(result(act.getValue(), at(place)));
      }
      lines.add("| " + act.getKey() + " | " + String.join(" | ", cells) + " |");
    }
    assertThat(document.lines()).containsSubsequence(lines);
  }

  @Test
  void anActOlderThanTheNewestOneChangesNothing() {
    var accepted = decide(act(new Act.Accepted(), NOW), at(Standing.Place.ANNOUNCED));
    var sal = ((Decision.Moved) accepted).standing();

    var late = decide(act(new Act.Disqualified(Optional.of("student")), NOW.minusSeconds(1)), sal);

    assertThat(late).isInstanceOf(Decision.Stayed.class);
    assertThat(((Decision.Stayed) late).why()).startsWith("conflict");
  }

  @Test
  void aReasonThatTheModelDoesNotListIsRefused() {
    var returned = new Act.Returned(Act.Cause.of("bad weather"));

    assertThat(result(returned, at(Standing.Place.SAL))).isEqualTo("-");
  }

  @Test
  void whatKimDidKimTakesBackWithinTenMinutes() {
    for (var place : Standing.Place.values()) {
      var standing = acted(at(place));
      var kims = act(new Act.Undone(), NOW.plusSeconds(600));

      assertThat(standingOf(decide(kims, standing)).place()).isEqualTo(Standing.Place.PROSPECT);
      assertThat(decide(act(new Act.Undone(), NOW.plusSeconds(601)), standing))
          .isInstanceOf(Decision.Refused.class);
      assertThat(decide(Done.byPerson("a-2", "bo", new Act.Undone(), NOW), standing))
          .isInstanceOf(Decision.Refused.class);
    }
  }

  @Test
  void nothingIsTakenBackOnceTheLeadHasMoved() {
    var recycled = standingOf(decide(returned("no-need"), at(Standing.Place.SAL)));
    var moved = recycled.moved(Stage.MQL, "Requested a demo", NOW).inNextCycle();

    assertThat(decide(act(new Act.Undone(), NOW), moved)).isInstanceOf(Decision.Refused.class);
  }

  @Test
  void whatEndsAConsentIsNotTakenBack() {
    var reason = "do-not-contact";
    for (var act : List.of(returned(reason).act(), new Act.Disqualified(Optional.of(reason)))) {
      var standing = standingOf(decide(act(act, NOW), at(Standing.Place.ANNOUNCED)));

      assertThat(decide(act(new Act.Undone(), NOW), standing))
          .as(act.word())
          .isInstanceOf(Decision.Refused.class);
    }
  }

  @Test
  void whatLedToTheSameStageIsALineOfHistoryAndSoIsTakingItBack() {
    var announced = at(Standing.Place.ANNOUNCED);
    var sent = standingOf(decide(act(new Act.Returned(toQueue("second")), NOW), announced));
    var back = standingOf(decide(act(new Act.Undone(), NOW), sent));

    assertThat(sent.position().entries()).isEqualTo(announced.position().entries() + 1);
    assertThat(back.position().entries()).isEqualTo(announced.position().entries() + 2);
    assertThat(back.assignment()).isEqualTo(announced.assignment());
  }

  @Test
  void aSecondUndoTakesNothingBack() {
    var sal = standingOf(decide(act(new Act.Accepted(), NOW), at(Standing.Place.ANNOUNCED)));
    var back = standingOf(decide(act(new Act.Undone(), NOW), sal));

    assertThat(back.place()).isEqualTo(Standing.Place.ANNOUNCED);
    assertThat(back.deadlines()).isEqualTo(at(Standing.Place.ANNOUNCED).deadlines());
    assertThat(decide(act(new Act.Undone(), NOW), back)).isInstanceOf(Decision.Refused.class);
  }

  @Test
  void aReasonSaysWhereTheLeadGoes() {
    var sal = at(Standing.Place.SAL);

    assertThat(standingOf(decide(returned("no-need"), sal)).stage()).isEqualTo(Stage.RECYCLED);
    assertThat(standingOf(decide(returned("not-a-fit"), sal)).stage())
        .isEqualTo(Stage.DISQUALIFIED);
    assertThat(decide(returned("wrong-queue"), sal)).isInstanceOf(Decision.Refused.class);
    var moved = standingOf(decide(act(new Act.Returned(toQueue("enterprise")), NOW), sal));
    assertThat(moved.place()).isEqualTo(Standing.Place.ANNOUNCED);
    assertThat(moved.assignment()).isEqualTo(Assignment.to(Optional.of("enterprise")));
    assertThat(moved.deadlines().acceptBy()).contains(NOW.plus(Duration.ofHours(4)));
  }

  @Test
  void aReasonThatAsksForANoteAndAnAnswerGetsBoth() {
    assertThat(decide(returned("bad-data"), at(Standing.Place.SAL)))
        .isEqualTo(new Decision.Refused("reason bad-data needs a note"));
    var cause =
        new Act.Cause(
            Optional.of("bad-data"),
            Optional.of("no such number"),
            Optional.empty(),
            Optional.empty());

    var back = standingOf(decide(act(new Act.Returned(cause), NOW), at(Standing.Place.SAL)));

    var open = back.givenBack().orElseThrow();
    assertThat(open.answerBy()).contains(NOW.plus(Duration.ofDays(2)));
    var answered = standingOf(decide(act(new Act.Answered(), NOW), back));
    assertThat(answered.givenBack().orElseThrow().asks()).isFalse();
    assertThat(decide(act(new Act.Answered(), NOW), answered)).isInstanceOf(Decision.Refused.class);
  }

  @Test
  void aPromisedDayAnnouncesTheLeadAgainToTheSamePerson() {
    var cause =
        new Act.Cause(
            Optional.of("timing"), Optional.empty(), Optional.of("2026-04-01"), Optional.empty());
    var sal = at(Standing.Place.SAL).with(KIM);
    var back = standingOf(decide(act(new Act.Returned(cause), NOW), sal));
    var day = Instant.parse("2026-04-01T00:00:00Z");
    assertThat(back.givenBack().orElseThrow().until()).contains(day);

    var resumed = Done.byWarmline(new Act.Resumed(), day);
    var terms = new Terms(new Publication(1, model()));

    assertThat(StageMachine.decide(back, resumed, card(), terms, day.minusMillis(1)))
        .isInstanceOf(Decision.Stayed.class);
    var again = standingOf(StageMachine.decide(back, resumed, card(), terms, day));
    assertThat(again.place()).isEqualTo(Standing.Place.ANNOUNCED);
    assertThat(again.cycle()).isEqualTo(back.cycle() + 1);
    assertThat(again.assignment()).isEqualTo(KIM);
    assertThat(again.givenBack()).isEmpty();
  }

  @Test
  void aDayThatIsNamedIsAPromiseUnlessItIsOverOrTheLeadIsOut() {
    var sal = at(Standing.Place.SAL);

    assertThat(promised("no-need", "2026-04-01", sal))
        .contains(Instant.parse("2026-04-01T00:00:00Z"));
    assertThat(promised("unreachable", "2026-04-01", sal))
        .contains(Instant.parse("2026-04-01T00:00:00Z"));
    assertThat(promised("timing", "2026-03-09", sal)).isEmpty();
    assertThat(promised("not-a-fit", "2026-04-01", sal)).isEmpty();
  }

  private static Optional<Instant> promised(String reason, String day, Standing standing) {
    var cause =
        new Act.Cause(Optional.of(reason), Optional.empty(), Optional.of(day), Optional.empty());
    var back = standingOf(decide(act(new Act.Returned(cause), NOW), standing));
    return back.givenBack().orElseThrow().until();
  }

  @Test
  void theFirstWhoAcceptsHasTheLeadAndTheSecondIsTold() {
    var sal = standingOf(decide(act(new Act.Accepted(), NOW), at(Standing.Place.ANNOUNCED)));
    var bo = Done.byPerson("a-2", "bo", new Act.Accepted(), NOW);

    assertThat(sal.owner()).contains("kim");
    assertThat(decide(bo, sal)).isEqualTo(new Decision.Refused("kim has it since " + NOW));
    assertThat(decide(act(new Act.Accepted(), NOW), sal)).isInstanceOf(Decision.Stayed.class);
  }

  @Test
  void whoAcceptsWhatSalesWorksOnAndIsNobodysHasIt() {
    var sal = standingOf(decide(act(new Act.Accepted(), NOW), at(Standing.Place.ANNOUNCED)));
    var inQueue = sal.with(new Assignment(Optional.of("second"), Optional.empty()));
    var bo = Done.byPerson("a-2", "bo", new Act.Accepted(), NOW);

    assertThat(decide(bo, inQueue)).isInstanceOf(Decision.Recorded.class);
    var taken = standingOf(decide(bo, inQueue));

    assertThat(taken.stage()).isEqualTo(Stage.SAL);
    assertThat(taken.assignment())
        .isEqualTo(new Assignment(Optional.of("second"), Optional.of("bo")));
    assertThat(decide(Done.byPerson("a-3", "kim", new Act.Accepted(), NOW), taken))
        .isEqualTo(new Decision.Refused("bo has it since " + NOW));
  }

  @Test
  void aContactMovesTheEndOfTheTimeToQualifyItAndWhatWasAgreedMovesItFarther() {
    var sal = standingOf(decide(act(new Act.Accepted(), NOW), at(Standing.Place.ANNOUNCED)));
    var later = NOW.plus(Duration.ofDays(3));

    var spoken = standingOf(decide(act(new Act.Contacted(Optional.empty()), later), sal, later));
    var agreed = act(new Act.Contacted(Optional.of("2026-03-20T10:00:00Z")), later);

    assertThat(spoken.deadlines().notQualified()).contains(later.plus(Duration.ofDays(30)));
    assertThat(standingOf(decide(agreed, sal, later)).deadlines().notQualified())
        .contains(Instant.parse("2026-04-19T10:00:00Z"));
  }

  @Test
  void whoWasGivenUpForShowingNoInterestComesBackByShowingIt() {
    var idle =
        Standing.suspect(NOW.minus(Duration.ofDays(40)))
            .moved(Stage.DISQUALIFIED, StageMachine.IDLE, NOW.minus(Duration.ofDays(20)));

    var back = decide(Done.byWarmline(new Act.Evaluated(), NOW), idle);

    assertThat(standingOf(back).stage()).isEqualTo(Stage.PROSPECT);
  }

  @Test
  void nobodyHandsOverWhoWithdrewConsent() {
    var act = act(new Act.HandedOver("met at the fair"), NOW);
    var terms = new Terms(new Publication(1, model()));

    var decision = StageMachine.decide(at(Standing.Place.PROSPECT), act, withdrawn(), terms, NOW);

    assertThat(decision).isEqualTo(new Decision.Refused("consent is withdrawn"));
  }

  @Test
  void aLeadWithAFullHistoryMovesNoMore() {
    var last = entries(at(Standing.Place.ANNOUNCED), Position.MOST_ENTRIES - 1);
    var full = entries(at(Standing.Place.ANNOUNCED), Position.MOST_ENTRIES);

    assertThat(result(new Act.Accepted(), last)).isEqualTo("SAL");
    assertThat(decide(act(new Act.Accepted(), NOW), full))
        .isEqualTo(
            new Decision.Refused("its history is full (1000 lines, 200 cycles): its stage stays"));
    assertThat(result(new Act.Released(), entries(at(Standing.Place.WAITING), 1_000)))
        .isEqualTo("announced");
  }

  @Test
  void aLeadOfTooManyCyclesOpensNoOtherAndMovesOnInTheLast() {
    var met = new Act.HandedOver("met at the fair");
    var prospect = at(Standing.Place.PROSPECT);
    var announced = at(Standing.Place.ANNOUNCED);

    assertThat(result(met, cycles(prospect, Position.MOST_CYCLES - 1))).isEqualTo("announced");
    assertThat(result(met, cycles(prospect, Position.MOST_CYCLES))).isEqualTo("-");
    assertThat(result(new Act.Accepted(), cycles(announced, Position.MOST_CYCLES)))
        .isEqualTo("SAL");
  }

  private static Standing entries(Standing standing, int entries) {
    var at = standing.position();
    return standing.with(
        new Position(at.stage(), at.since(), at.why(), at.cycle(), at.cycles(), entries));
  }

  private static Standing cycles(Standing standing, int cycles) {
    return standing.with(standing.position().withCycles(cycles));
  }

  @Test
  void aDeadlineIsComputedWhenItStarts() {
    var released =
        (Decision.Stayed) decide(act(new Act.Released(), NOW), at(Standing.Place.WAITING));

    assertThat(released.standing().deadlines().notWorked()).contains(NOW.plus(Duration.ofDays(14)));
    assertThat(released.tells())
        .extracting(Decision.Tell::kind)
        .containsExactly(NoticeId.Kind.QUALIFIED);
  }

  /** After an act of Kim's, before which it was a Prospect. */
  private static Standing acted(Standing standing) {
    var before = at(Standing.Place.PROSPECT);
    var undo = new LastAct.Undo("kim", standing.position().entries(), before);
    return standing.withLastAct(Optional.of(new LastAct(NOW, Optional.of(undo))));
  }

  private static String result(Act act, Standing standing) {
    return act instanceof Act.Undone ? "as before" : moved(act, standing);
  }

  private static String moved(Act act, Standing standing) {
    return switch (decide(act(act, NOW), standing)) {
      case Decision.Moved moved -> word(moved.standing());
      case Decision.Stayed stayed when stayed.standing().place() != standing.place() ->
          word(stayed.standing());
      case Decision.Stayed _ -> "stays";
      case Decision.Recorded _ -> "recorded";
      case Decision.Refused _ -> "-";
    };
  }

  private static String word(Standing standing) {
    return standing.stage() == Stage.MQL
        ? standing.place().name().toLowerCase(Locale.ROOT)
        : standing.stage().word();
  }

  private static Decision decide(Done done, Standing standing) {
    return decide(done, standing, NOW);
  }

  private static Decision decide(Done done, Standing standing, Instant now) {
    return StageMachine.decide(standing, done, card(), new Terms(new Publication(1, model())), now);
  }

  private static Done returned(String reason) {
    return act(new Act.Returned(Act.Cause.of(reason)), NOW);
  }

  private static Act.Cause toQueue(String queue) {
    return new Act.Cause(
        Optional.of("wrong-queue"), Optional.empty(), Optional.empty(), Optional.of(queue));
  }

  private static Standing standingOf(Decision decision) {
    return switch (decision) {
      case Decision.Moved(var standing, _, _) -> standing;
      case Decision.Stayed(var standing, _, _) -> standing;
      case Decision.Recorded(var standing, _, _) -> standing;
      case Decision.Refused(var why) -> throw new AssertionError(why);
    };
  }

  private static Done act(Act act, Instant at) {
    return Done.byPerson("a-1", "kim", act, at);
  }

  /** A lead in a place, whose time is over. */
  private static Standing at(Standing.Place place) {
    var since = NOW.minus(Duration.ofDays(40));
    var start = Standing.suspect(since);
    var none = Optional.<Instant>empty();
    var over = new Deadlines(none, Optional.of(NOW), none);
    var accepted = new Deadlines(none, none, Optional.of(NOW));
    var kims = new Assignment(Optional.empty(), Optional.of("kim"));
    var given =
        new GivenBack(
            "timing", none.map(Instant::toString), "kim", true, none, Optional.of(NOW), KIM);
    var told = new Announcement.Announced(since, Announcement.EVIDENCE);
    return switch (place) {
      case SUSPECT -> start;
      case PROSPECT -> start.moved(Stage.PROSPECT, "showed interest", since);
      case RECYCLED ->
          open(start, Stage.RECYCLED)
              .with(new Announcement.NotOpen())
              .withGivenBack(Optional.of(given));
      case WAITING ->
          open(start, Stage.MQL)
              .with(new Announcement.Waiting(since, Announcement.Reason.IMPORT, Optional.empty()));
      case ANNOUNCED -> open(start, Stage.MQL).with(told).with(over);
      case SAL -> open(start, Stage.SAL).with(told).with(accepted).with(kims);
      case SQL -> open(start, Stage.SQL).with(told).with(kims);
      case CUSTOMER -> start.moved(Stage.CUSTOMER, "won", since);
      case DISQUALIFIED -> start.moved(Stage.DISQUALIFIED, "student", since);
    };
  }

  private static Standing open(Standing start, Stage stage) {
    return start.moved(stage, "returned", start.since()).inNextCycle();
  }

  private static Scorecard card() {
    return card("\"type\":\"page\"");
  }

  private static Scorecard withdrawn() {
    return card("\"type\":\"consent\",\"granted\":false");
  }

  private static Scorecard card(String what) {
    var event =
        "{\"id\":\"p\"," + what + ",\"userId\":\"u\",\"occurredAt\":\"2026-03-01T00:00:00Z\"}";
    return Scorer.score(List.of(EventJson.parse(event)), model(), NOW);
  }

  private static Model model() {
    try {
      return Model.of((ObjectNode) Json.read(MODEL), 1);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
