package dev.warmline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmlineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "score --help",
        "model --help",
        "model check --help",
        "model test --help",
        "model explain --help",
        "model diff --help",
        "model publish --help",
        "team --help",
        "team check --help",
        "team test --help",
        "team publish --help",
        "team rollback --help",
        "team show --help",
        "team away --help",
        "team back --help",
        "team sync --help",
        "completion --help"
      })
  void everyCommandExplainsItself(String arguments) {
    var run = Run.of(arguments.split(" "));

    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("Usage: warmline");
  }

  @Test
  void theHelpListsTheExitCodes() {
    assertThat(Run.of("--help").out()).contains("Exit codes:").contains("3   the deployment");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "model",
        "team",
        "team away kim",
        "team sync --local",
        "score",
        "scroe",
        "score --model x --events y --as-of tomorrow",
        "model explain",
        "model publish ../models/default.yaml",
        "model publish ../models/default.yaml --local --stack x",
        "score --model absent.yaml --events absent.jsonl"
      })
  void wrongUseIsToldAndExitsWith2(String arguments) {
    var run = arguments.isEmpty() ? Run.of() : Run.of(arguments.split(" "));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("warmline: ").doesNotContain("\tat ");
  }

  @Test
  void aStackThatDoesNotAnswerExitsWith3() {
    var run = Run.of("model", "publish", Run.MODEL, "--local", "http://127.0.0.1:9");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("start it with infra/up");
  }

  @Test
  void aShellCanCompleteIt() {
    assertThat(Run.of("completion").out()).contains("complete -F _complete_warmline");
  }
}
