package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one more event costs does not depend on how many came before it. */
class EventCostTest {

  @ParameterizedTest
  @CsvSource({"10, 500", "1000, 500", "10, 1500", "1000, 1500"})
  void anEventCostsItsWriteAndIfItMatchesAtMostFourWritesAndTwoReadsMore(int history, int bytes) {
    var cost = new EventCost(bytes);
    cost.history(history);

    var unmatched = cost.ofUnmatched();
    var matched = cost.ofMatched();

    assertThat(unmatched).isEqualTo(new EventCost.Cost(1, 0, 0));
    assertThat(matched.append()).isEqualTo(1);
    assertThat(matched.written()).isLessThanOrEqualTo(4);
    assertThat(matched.read()).isLessThanOrEqualTo(2);
    assertThat(cost.liveHits()).isBetween(history < 100 ? 5 : 90, 100);
  }

  @ParameterizedTest
  @CsvSource({"10, 500", "1000, 500", "1000, 1500"})
  void aDueInstantThatMovesEarlierKeepsToTheSameLimits(int history, int bytes) {
    var cost = new EventCost(bytes);
    cost.history(history);

    var before = cost.due();
    var earlier = cost.ofEarlierDue();

    assertThat(cost.due()).isBefore(before);
    assertThat(earlier.written()).isBetween(3.0, 4.0);
    assertThat(earlier.read()).isLessThanOrEqualTo(2);
  }

  @Test
  void aStrangerCostsNoLead() {
    var stranger = new EventCost(500).ofStranger();

    assertThat(stranger.written()).isZero();
    assertThat(stranger.read()).isLessThanOrEqualTo(1);
  }
}
