package dev.warmline.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warmline.score.Gathering.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MODEL =
      """
      name: test
      scores:
        engagement:
          rules:
            - { id: page, when: { type: [page] }, points: 10 }
            - { id: paper, when: { type: [track], event: [Whitepaper Downloaded] }, points: 15 }
      qualify: { enter: { score: engagement, at-least: 20 }, required: [email] }
      """;

  @TempDir private Path folder;

  @Test
  void eachLeadAndInstantIsOneScorecard() throws IOException {
    var run = example("--as-of", "2026-03-08T00:00:00Z", "--as-of", "2026-03-02");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(Files.readString(Path.of("src/test/resources/golden/example.scorecards.jsonl")));
  }

  @Test
  void theOrderAndRepetitionOfLinesDoNotMatter() throws IOException {
    var lines = new ArrayList<>(Files.readAllLines(Path.of(Run.EVENTS)));
    lines.addAll(lines.subList(0, 4));
    Collections.reverse(lines);

    var run = scored(Files.readString(Path.of(Run.MODEL)), String.join("\n\n", lines));

    assertThat(run.out()).isEqualTo(example("--as-of", "2026-03-08T00:00:00Z").out());
  }

  @Test
  void theSampleEventOfTheRulesBelongsToItsUser() throws IOException {
    var run =
        scored(
            MODEL,
            """
            {"id":"m-1","type":"track","event":"Whitepaper Downloaded","occurredAt":"2026-03-01T09:30:00Z",\
            "receivedAt":"2026-03-01T09:30:02Z","profile":"anonymous:8f2c","userId":"u-7",\
            "anonymousId":"8f2c","source":"website","trust":"browser","extra":{"kept":true}}
            {"id":"m-2","type":"page","occurredAt":"2026-03-01T09:31:00Z","userId":"u-7"}
            """);

    assertThat(run.lines()).hasSize(1);
    var card = tree(run.lines().getFirst());
    assertThat(card.at("/scores/engagement/points").intValue()).isEqualTo(25);
    assertThat(card.at("/qualifies/missing/0").textValue()).isEqualTo("email");
  }

  @Test
  void whatADeviceDidBeforeItsUserIdentifiedCounts() throws IOException {
    var run =
        scored(
            MODEL,
            """
            {"id":"1","type":"page","occurredAt":"2026-03-01T09:00:00Z","anonymousId":"a"}
            {"id":"2","type":"identify","occurredAt":"2026-03-01T10:00:00Z","anonymousId":"a","userId":"u","traits":{"email":"u@x.example"}}
            {"id":"3","type":"page","occurredAt":"2026-03-01T11:00:00+01:00","userId":"u","anonymousId":"a"}
            {"id":"4","type":"email","event":"Email Opened","occurredAt":"2026-03-01T12:00:00Z","email":"U@x.example"}
            """);

    assertThat(run.lines()).hasSize(1);
    assertThat(tree(run.out()).at("/scores/engagement/points").intValue()).isEqualTo(20);
  }

  @Test
  void aLineThatIsNoEventIsNamedAndNothingIsScored() throws IOException {
    var run = Run.with("\n{\"id\":\"1\"}\nno\n" + PAGE, scoring(write("m.yaml", MODEL), "-"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("standard input:2: an event needs a text \"type\"")
        .contains("standard input:3: not one JSON object")
        .contains("--skip-bad");
  }

  @Test
  void badLinesArePassedOverWhenAsked() throws IOException {
    var model = write("m.yaml", MODEL);

    var run =
        Run.with("no\n" + PAGE, "score", "--model", model, "--events", "-", "--json", "--skip-bad");

    assertThat(run.exit()).isZero();
    assertThat(tree(run.out()).at("/asOf").textValue()).isEqualTo("2026-03-08T00:00:00Z");
  }

  @Test
  void aLongLineIsNamed() throws IOException {
    var run =
        Run.with("{\"id\":\"" + "x".repeat(1 << 20) + "\"}", scoring(write("m.yaml", MODEL), "-"));

    assertThat(run.err()).contains("standard input:1: the line is longer than a megabyte");
  }

  @Test
  void aModelInJsonGivesTheSame() throws IOException {
    var model =
        write(
            "m.json",
            """
            {"name":"test","scores":{"engagement":{"rules":[{"id":"page","when":{"type":["page"]},"points":10}]}}}
            """);

    var run = Run.with("\uFEFF" + PAGE + "\r\n", scoring(model, "-"));

    assertThat(tree(run.out()).at("/scores/engagement/points").intValue()).isEqualTo(10);
  }

  @Test
  void aDraftThatCannotBePublishedIsScoredWithItsErrorsShown() throws IOException {
    var run =
        scored(
            """
            name: draft
            scores: { engagement: { max: 5, rules: [{ id: page, when: { type: [page] }, points: 1, max: 3 }] } }
            qualify: { enter: { score: engagement, at-least: 60 } }
            """,
            PAGE);

    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("m.yaml:3:").contains("enter can never hold");
    assertThat(run.lines()).hasSize(1);
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    var run = scored("name: x\nscors: {}\n", PAGE);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("m.yaml:2:1: unknown key scors");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void ofALeadWithTooManyEventsTheFirstAreReadAndThatIsSaid() throws IOException {
    var most = Room.WHOLE.events();
    var pages = IntStream.range(0, most).mapToObj(i -> ofOne(i, "\"type\":\"page\""));
    var last = ofOne(most, "\"type\":\"track\",\"event\":\"Whitepaper Downloaded\"");

    var run = scored(MODEL, Stream.concat(pages, Stream.of(last)).collect(joining("\n")));

    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("has more than 50,000 events: the rest of the file is not read");
    assertThat(run.out()).contains("\"rule\":\"page\"").doesNotContain("\"rule\":\"paper\"");
  }

  private static String ofOne(int id, String what) {
    return "{\"id\":\"%d\",%s,\"userId\":\"u\",\"occurredAt\":\"2026-03-01T10:00:00Z\"}"
        .formatted(id, what);
  }

  @Test
  void withoutJsonItIsATable() {
    var run = Run.of("score", "--model", Run.MODEL, "--events", Run.EVENTS);

    assertThat(run.out())
        .isEqualTo(
            """
            lead                as of                 engagement  fit      qualifies  next change
            l-5b_8e88obTuKEi5I  2026-03-08T00:00:00Z      63.561  A (70)   yes        2026-03-09T02:23:20.161Z
            l-Ta65gnTBJaTluubJ  2026-03-08T00:00:00Z           0  D (-20)  no         -
            """);
  }

  private static final String PAGE =
      "{\"id\":\"1\",\"type\":\"page\",\"occurredAt\":\"2026-03-01T09:00:00Z\",\"userId\":\"u\"}";

  private static Run example(String... asOf) {
    var arguments = new ArrayList<>(List.of(scoring(Run.MODEL, Run.EVENTS)));
    arguments.addAll(List.of(asOf));
    return Run.of(arguments.toArray(String[]::new));
  }

  private Run scored(String model, String events) throws IOException {
    return Run.of(scoring(write("m.yaml", model), write("events.jsonl", events)));
  }

  private static String[] scoring(String model, String events) {
    return new String[] {"score", "--model", model, "--events", events, "--json"};
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static JsonNode tree(String json) throws IOException {
    return JSON.readTree(json);
  }
}
