package dev.warmline.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueTurnsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void whoFreesAPlaceLateDoesNotFreeWhatWasTakenSince() {
    var taken = QueueTurns.none("inbound").assigned("l-1#1", "bo", NOON);
    var seen = taken.find("l-1#1").orElseThrow();

    for (var at : List.of(NOON.minusSeconds(3), NOON, NOON.plusMillis(1), NOON.plusSeconds(1))) {
      var again = taken.assigned("l-1#1", "bo", at);
      assertThat(taken.closed(seen).open("bo")).isZero();
      assertThat(again.closed(seen).open("bo")).as("taken again at " + at).isEqualTo(1);
    }
  }
}
