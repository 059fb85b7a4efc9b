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
       "recycle":{"after":"14d","unqualified-after":"30d"},"return-reasons":["no-need"]}""";

  private static final Map<String, Act> ACTS =
      Map.ofEntries(
          Map.entry("retracted", new Act.Retracted("judged a robot")),
          Map.entry("expired", new Act.Expired()),
          Map.entry("handed-over", new Act.HandedOver("met at the fair")),
          Map.entry("accepted", new Act.Accepted()),
          Map.entry("returned", new Act.Returned(Optional.of("no-need"))),
          Map.entry("qualified", new Act.Qualified()),
          Map.entry("won", new Act.Won()),
          Map.entry("lost", new Act.Lost(Optional.of("no-need"))),
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
    var returned = new Act.Returned(Optional.of("bad weather"));

    assertThat(result(returned, at(Standing.Place.SAL))).isEqualTo("-");
  }

  @Test
  void nobodyHandsOverWhoWithdrewConsent() {
    var act = act(new Act.HandedOver("met at the fair"), NOW);
    var terms = new Terms(new Publication(1, model()));

    var decision = StageMachine.decide(at(Standing.Place.PROSPECT), act, withdrawn(), terms, NOW);

    assertThat(decision).isEqualTo(new Decision.Refused("consent is withdrawn"));
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

  private static String result(Act act, Standing standing) {
    return switch (decide(act(act, NOW), standing)) {
      case Decision.Moved moved -> word(moved.standing());
      case Decision.Stayed stayed when stayed.standing().place() != standing.place() ->
          word(stayed.standing());
      case Decision.Stayed _ -> "stays";
      case Decision.Refused _ -> "-";
    };
  }

  private static String word(Standing standing) {
    return standing.stage() == Stage.MQL
        ? standing.place().name().toLowerCase(Locale.ROOT)
        : standing.stage().word();
  }

  private static Decision decide(Done done, Standing standing) {
    return StageMachine.decide(standing, done, card(), new Terms(new Publication(1, model())), NOW);
  }

  private static Done act(Act act, Instant at) {
    return Done.byPerson("a-1", "kim", act, at);
  }

  /** A lead in a place, whose time is over. */
  private static Standing at(Standing.Place place) {
    var since = NOW.minus(Duration.ofDays(40));
    var start = Standing.suspect(since);
    var over = new Deadlines(Optional.empty(), Optional.of(NOW), Optional.empty());
    var accepted = new Deadlines(Optional.empty(), Optional.empty(), Optional.of(NOW));
    var told = new Announcement.Announced(since, Announcement.EVIDENCE);
    return switch (place) {
      case SUSPECT -> start;
      case PROSPECT -> start.moved(Stage.PROSPECT, "showed interest", since);
      case RECYCLED -> open(start, Stage.RECYCLED).with(new Announcement.NotOpen());
      case WAITING ->
          open(start, Stage.MQL)
              .with(new Announcement.Waiting(since, Announcement.Reason.IMPORT, Optional.empty()));
      case ANNOUNCED -> open(start, Stage.MQL).with(told).with(over);
      case SAL -> open(start, Stage.SAL).with(told).with(accepted);
      case SQL -> open(start, Stage.SQL).with(told);
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
