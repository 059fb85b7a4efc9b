package dev.warmline.collect;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void theRehearsalReachesItsEnd() {
    assertThatCode(Rehearsal::run).doesNotThrowAnyException();
  }

  @Test
  void theDryRunReachesItsEnd() {
    assertThatCode(Rehearsal::dryRun).doesNotThrowAnyException();
  }
}
