package dev.warmline.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class QueueTurnsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant LATER = NOON.plusMillis(1);

  @Test
  void whoFreesAPlaceLateDoesNotFreeWhatWasTakenSince() {
    var taken = QueueTurns.none("inbound").assigned("l-1#1", "bo", NOON);
    var again = taken.assigned("l-1#1", "bo", LATER);

    assertThat(taken.closed("l-1#1", NOON).open("bo")).isZero();
    assertThat(again.closed("l-1#1", NOON).open("bo")).isEqualTo(1);
    assertThat(again.closed("l-1#1", LATER).open("bo")).isZero();
  }
}
