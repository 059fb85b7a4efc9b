package dev.warmline.functions.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.warmline.testkit.Threads;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void theRehearsalReachesItsEnd() {
    assertThatCode(Rehearsal::run).doesNotThrowAnyException();
  }

  @Test
  void nothingOfItRunsOnInTheSnapshot() {
    assertThat(Threads.leftBy(Rehearsal::run)).isEmpty();
  }
}
