package dev.warmline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WRONG =
      """
      name: wrong
      scores:
        engagement:
          rules:
            - { id: page, when: { type: [page] }, pionts: 5 }
      """;

  @TempDir private Path folder;

  @Test
  void aSoundModelHasNoProblems() {
    var run = Run.of("model", "check", Run.MODEL);

    assertThat(run).isEqualTo(new Run(0, Run.MODEL + ": no problems\n", ""));
  }

  @Test
  void aWrongModelHasItsProblemsNamed() throws IOException {
    var file = write("wrong.yaml", WRONG);

    var run = Run.of("model", "check", file);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lines())
        .contains(file + ":5:45: unknown key pionts in a rule (did you mean points?)");
    assertThat(run.out()).doesNotContain("\033");
  }

  @Test
  void aCheckInJsonNamesEachPlace() throws IOException {
    var run = Run.of("model", "check", "--json", write("wrong.yaml", WRONG), Run.MODEL);

    var files = JSON.readTree(run.out()).path("files");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(files.get(0).path("accepted").booleanValue()).isFalse();
    assertThat(files.get(0).at("/findings/0/line").intValue()).isEqualTo(5);
    assertThat(files.get(0).at("/findings/0/suggestion").textValue()).isEqualTo("points");
    assertThat(files.get(1).path("accepted").booleanValue()).isTrue();
  }

  @Test
  void problemsAreColouredOnATerminal() throws IOException {
    assertThat(Run.coloured("model", "check", write("wrong.yaml", WRONG)).out())
        .contains("\033[31m");
  }

  @Test
  void theCasesBesideAModelAreRun() {
    var run = Run.of("model", "test", Run.MODEL, "../models/default.test.yaml");

    assertThat(run.exit()).isZero();
    assertThat(run.lines().getFirst()).isEqualTo("ok    a visitor of one afternoon becomes an MQL");
    assertThat(run.lines().getLast()).endsWith("default.yaml: 18 cases, 0 failed");
  }

  @Test
  void aCaseThatFailsSaysWhatWasFound() throws IOException {
    var cases =
        write(
            "cases.yaml",
            """
            cases:
              - name: nothing
                as-of: 2026-03-02T15:00:00Z
                events: []
                expect: { scores: { engagement: 7 } }
            """);

    var run = Run.of("model", "test", Run.MODEL, "--cases", cases);
    var json = Run.of("model", "test", Run.MODEL, "--cases", cases, "--json");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAIL  nothing\n      scores.engagement: expected 7 but found 0");
    assertThat(JSON.readTree(json.out()).at("/files/0/cases/0/passes").booleanValue()).isFalse();
  }

  @Test
  void missingCasesAreNamed() throws IOException {
    var run = Run.of("model", "test", write("lonely.yaml", Files.readString(Path.of(Run.MODEL))));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("lonely.test.yaml does not exist");
  }

  @Test
  void aChangeOfTheRulesIsShownForWhomItMatters() throws IOException {
    var model = Files.readString(Path.of(Run.MODEL)).replace("points: 25\n", "points: 5\n");
    var next = write("next.yaml", model);

    var run = Run.of("model", "diff", Run.MODEL, next, "--events", Run.EVENTS);
    var json = Run.of("model", "diff", Run.MODEL, next, "--events", Run.EVENTS, "--json");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            rule form-filled points: 25 -> 5
            rule webinar-registered points: 25 -> 5
            fit rule size-50-to-199 points: 25 -> 5
            fit rule role-leader points: 25 -> 5

            l-5b_8e88obTuKEi5I  CTO at Corp, jane@corp.example:  engagement 63.561 -> 46.391, fit A (70) -> B (50), qualifies yes -> no
            1 of 2 leads change: 0 newly qualify, 1 no longer do
            """);
    assertThat(JSON.readTree(json.lines().getFirst()).at("/new/qualifies").booleanValue())
        .isFalse();
    assertThat(JSON.readTree(json.lines().getLast()).at("/summary/noLongerQualify").intValue())
        .isEqualTo(1);
  }

  @Test
  void everythingThatTwoModelsDoNotSayAlikeIsListed() throws IOException {
    var old =
        write(
            "old.yaml",
            """
            name: m
            time-zone: UTC
            scores:
              e:
                max: 100
                rules:
                  - { id: a, points: 5, limit: { times: 1 }, when: { type: [track] } }
                  - { id: b, points: 5, when: { type: [track] } }
            lists: { rivals: [a.example, b.example] }
            qualify:
              enter: { score: e, at-least: 60 }
              exit: { score: e, below: 40 }
              exclude: [{ traits: { emailDomain: [{ list: rivals }] } }]
            segments: [{ id: s, when: { traits: { country: [DE] } } }]
            routes: [{ segment: s, queue: q }, { queue: r }]
            sla: { accept-within: 4h, business-hours: { days: [mon], from: "09:00", to: "17:00" } }
            """);
    var next =
        write(
            "next.yaml",
            """
            name: m
            time-zone: Europe/Berlin
            scores:
              e:
                max: 80
                rules:
                  - { id: a, points: 7, when: { type: [track] } }
                  - { id: c, points: 1, when: { type: [screen] } }
            lists: { rivals: [b.example, c.example] }
            qualify:
              enter: { score: e, at-least: 70 }
              exit: { score: e, below: 50 }
              exclude: [{ traits: { emailDomain: [{ list: rivals }] } }]
            segments: [{ id: s, when: { traits: { country: [DE, AT] } } }]
            routes: [{ segment: s, queue: q }, { queue: t }]
            sla: { accept-within: 2h, business-hours: { days: [mon], from: "08:00", to: "17:00" } }
            """);

    var run = Run.of("model", "diff", old, next, "--events", Run.EVENTS);

    assertThat(run.lines())
        .startsWith(
            "time-zone: UTC -> Europe/Berlin",
            "score e max: 100 -> 80",
            "rule a points: 5 -> 7",
            "rule a limit removed: { times: 1 }",
            "rule b removed: { id: b, points: 5, when: { type: [track] } }",
            "rule c added: { id: c, points: 1, when: { type: [screen] } }",
            "lists rivals removed: a.example",
            "lists rivals added: c.example",
            "qualify enter: { score: e, at-least: 60 } -> { score: e, at-least: 70 }",
            "qualify exit: { score: e, below: 40 } -> { score: e, below: 50 }",
            "segment s when: { traits: { country: [DE] } } -> { traits: { country: [DE, AT] } }",
            "route 2 queue: r -> t",
            "sla accept-within: \"4h\" -> \"2h\"",
            "sla business-hours from: \"09:00\" -> \"08:00\"");
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
