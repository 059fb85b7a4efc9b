package dev.warmline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShowDigestTest {
  private static final String NOWHERE = "--local=http://127.0.0.1:1";

  @Test
  void aWeekThatIsNoneIsRefusedWithAnExample() {
    var run = Run.of("digest", "--week", "2026-10", NOWHERE);

    assertThat(run.exit()).isEqualTo(Exit.WRONG_INPUT);
    assertThat(run.err()).contains("\"2026-10\" is no week: write it as in 2026-W10");
  }

  @Test
  void itIsSaidThatNoStackAnswers() {
    var run = Run.of("digest", "--week", "2026-W10", NOWHERE);

    assertThat(run.exit()).isEqualTo(Exit.UNAVAILABLE);
    assertThat(run.err()).contains("no local stack answers");
  }
}
