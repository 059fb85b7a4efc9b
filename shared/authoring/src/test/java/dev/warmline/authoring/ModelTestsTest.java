package dev.warmline.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.rule.Model;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTestsTest {
  private static final Model MODEL =
      YamlModels.read(
              "m.yaml",
              """
              name: m
              scores:
                engagement:
                  rules: [{ id: page, when: { type: [page] }, points: 2.5 }]
              """)
          .model()
          .orElseThrow();

  @Test
  void aWrongExpectationIsToldWithWhatWasFound() {
    var differences = differences("{ scores: { engagement: 3 }, stage: MQL, interests: [x] }");

    assertThat(differences)
        .containsExactly(
            "scores.engagement: expected 3 but found 2.5",
            "stage: expected \"MQL\" but found \"Prospect\"",
            "interests: expected [\"x\"] but found []");
  }

  @Test
  void aScoreThatDoesNotExistIsADifference() {
    assertThat(differences("{ scores: { intent: 3 } }"))
        .containsExactly("scores.intent: expected 3 but found nothing");
  }

  @Test
  void linesAreComparedAsAWhole() {
    assertThat(differences("{ lines: [{ rule: page, points: 2.5, hits: 1 }] }")).isEmpty();
    assertThat(differences("{ lines: [{ rule: page, points: 2.5, hits: 2 }] }")).hasSize(1);
    assertThat(differences("{ lines: [{ rule: page, points: 2 }] }")).hasSize(1);
    assertThat(differences("{ lines: [] }")).hasSize(1);
  }

  @Test
  void anUnknownExpectationIsNotPassedOver() {
    assertThat(differences("{ scoer: 1 }")).containsExactly("expect has no key scoer");
  }

  @Test
  void aBrokenCaseFailsAndTheOthersRun() {
    var outcomes =
        ModelTests.run(
            MODEL,
            """
            cases:
              - { as-of: yesterday, events: [], expect: { stage: MQL } }
              - { as-of: 2026-03-02T09:00:00Z, events: [{ type: pgae, ago: 1d }], expect: { stage: MQL } }
              - { as-of: 2026-03-02T09:00:00Z, events: [{ type: page, ago: soon }], expect: { stage: MQL } }
              - { as-of: 2026-03-02T09:00:00Z, events: [], expect: {} }
              - { as-of: 2026-03-02T09:00:00Z, event: [], expect: { stage: MQL } }
              - { name: fine, as-of: 2026-03-02T09:00:00Z, events: [], expect: { stage: Suspect } }
            """);

    assertThat(outcomes)
        .extracting(ModelTests.Outcome::passes)
        .containsExactly(false, false, false, false, false, true);
    assertThat(outcomes.get(1).differences())
        .containsExactly("event-1 is no event: event event-1: unknown type pgae");
  }

  @Test
  void whatIsNoFileOfCasesFails() {
    for (var text : List.of("", "cases:", "cases: []", "[]", "cases: [", "- x: y")) {
      assertThat(ModelTests.run(MODEL, text))
          .as(text)
          .isNotEmpty()
          .noneMatch(ModelTests.Outcome::passes);
    }
  }

  @Test
  void theCasesAreBesideTheModel() {
    assertThat(ModelTests.beside(Path.of("a/default.yaml")))
        .isEqualTo(Path.of("a/default.test.yaml"));
    assertThat(ModelTests.beside(Path.of("m.json"))).isEqualTo(Path.of("m.test.yaml"));
  }

  private static List<String> differences(String expect) {
    var head = "cases: [{ as-of: 2026-03-02T09:00:00Z, events: [{ type: page, ago: 1d }], expect: ";
    return ModelTests.run(MODEL, head + expect + " }]").getFirst().differences();
  }
}
