package dev.warmline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceCommandsTest {
  private static final String NOWHERE = "--local=http://127.0.0.1:1";

  @ParameterizedTest
  @CsvSource({
    "--origin=www.example.com, --origin",
    "--origin=https://www.example.com/page, --origin",
    "--answer=javascript:alert(1), --answer",
    "--answer=//evil.example, --answer",
    "--answer=thanks, --answer",
    "--daily=-1, --daily"
  })
  void aSettingThatIsNoneIsNamedBeforeAnythingIsDone(String option, String named) {
    var run = Run.of("source", "add", "landing", "--kind", "browser", option, NOWHERE);

    assertThat(run.exit()).isEqualTo(Exit.WRONG_INPUT);
    assertThat(run.err()).contains(named);
  }

  @Test
  void goodSettingsGetAsFarAsTheStackThatDoesNotAnswer() {
    var run =
        Run.of(
            "source",
            "add",
            "landing",
            "--kind",
            "browser",
            "--origin",
            "https://www.example.com",
            "--daily",
            "1000",
            "--backfill",
            "--field",
            "mail=email",
            "--answer",
            "https://www.example.com/thanks",
            "--answer",
            "/thanks",
            NOWHERE);

    assertThat(run.exit()).isEqualTo(Exit.UNAVAILABLE);
    assertThat(run.err()).contains("no local stack answers");
  }

  @Test
  void aNameThatNoAddressCouldCarryIsRefused() {
    var run = Run.of("source", "add", "my landing", "--kind", "browser", NOWHERE);

    assertThat(run.exit()).isEqualTo(Exit.WRONG_INPUT);
    assertThat(run.err()).contains("my landing");
  }

  @Test
  void bothGroupsNameTheirCommands() {
    assertThat(Run.of("source", "--help").out())
        .contains("add", "list", "set", "rotate", "retire", "watch");
    assertThat(Run.of("parked", "--help").out()).contains("list", "show", "replay");
  }
}
