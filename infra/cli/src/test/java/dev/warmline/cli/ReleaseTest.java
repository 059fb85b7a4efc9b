package dev.warmline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {
  private static final String NOWHERE = "--local=http://127.0.0.1:1";

  @Test
  void whatIsToBeDoneMustBeSaid() {
    var run = Run.of("release", NOWHERE);

    assertThat(run.exit()).isEqualTo(Exit.WRONG_INPUT);
    assertThat(run.err()).contains("--list", "--all", "--most", "--drop", "--per-day", "--pause");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "many"})
  void aNumberThatReleasesNobodyIsRefusedBeforeAnythingIsDone(String most) {
    var run = Run.of("release", "--most=" + most, NOWHERE);

    assertThat(run.exit()).isEqualTo(Exit.WRONG_INPUT);
    assertThat(run.err()).contains("--most");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "many", "10001"})
  void aPaceOfNobodyOrOfTooManyIsRefusedBeforeAnythingIsDone(String perDay) {
    var run = Run.of("release", "--per-day=" + perDay, NOWHERE);

    assertThat(run.exit()).isEqualTo(Exit.WRONG_INPUT);
    assertThat(run.err()).contains("--per-day takes a number from 1 to 10000, or none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--per-day", "--per-day=12", "--pause", "--resume"})
  void aGoodPaceGetsAsFarAsTheStackThatDoesNotAnswer(String wish) {
    assertThat(Run.of("release", wish, NOWHERE).exit()).isEqualTo(Exit.UNAVAILABLE);
  }

  @Test
  void twoWishesAtOnceAreRefused() {
    assertThat(Run.of("release", "--pause", "--per-day=5", NOWHERE).exit())
        .isEqualTo(Exit.WRONG_INPUT);
    assertThat(Run.of("release", "--all", "--drop", NOWHERE).exit()).isEqualTo(Exit.WRONG_INPUT);
    assertThat(Run.of("model", "publish", "--silent", "--announce", Run.MODEL, NOWHERE).exit())
        .isEqualTo(Exit.WRONG_INPUT);
  }

  @Test
  void aGoodWishGetsAsFarAsTheStackThatDoesNotAnswer() {
    assertThat(Run.of("release", "--list", NOWHERE).exit()).isEqualTo(Exit.UNAVAILABLE);
    assertThat(Run.of("model", "publish", Run.MODEL, NOWHERE).exit()).isEqualTo(Exit.UNAVAILABLE);
  }
}
