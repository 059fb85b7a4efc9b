package dev.warmline.aws.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.handoff.AlertPublisher.PublishFailed;
import dev.warmline.handoff.Message;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.NoticeId;
import dev.warmline.testkit.MemoryDailyQuota;
import dev.warmline.testkit.RecordingPublisher;
import dev.warmline.testkit.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PacedPublisherTest {
  private static final NoticeId ID = NoticeId.qualified(new LeadId("l-ada"), 1);
  private static final Message MESSAGE = new Message("s", "t", "{}", Map.of());

  private final SettableClock clock = new SettableClock("2026-03-02T12:00:00.250Z");
  private final MemoryDailyQuota quota = new MemoryDailyQuota();
  private final RecordingPublisher topic = new RecordingPublisher();

  @Test
  void noSecondHasMoreThanFiveMessagesOfAllPublishersTogether() {
    var one = new PacedPublisher(topic, quota, clock, clock::advance);
    var other = new PacedPublisher(topic, quota, clock, clock::advance);
    var at = new ArrayList<Instant>();

    for (var n = 0; n < 12; n++) {
      (n % 2 == 0 ? one : other).publish(ID, MESSAGE);
      at.add(clock.instant());
    }

    assertThat(topic.published()).hasSize(12);
    assertThat(at.stream().collect(Collectors.groupingBy(Instant::getEpochSecond)).values())
        .allSatisfy(second -> assertThat(second).hasSizeLessThanOrEqualTo(5))
        .hasSize(3);
  }

  @Test
  void whoFindsNoPlaceForLongIsTriedAgainLater() {
    var stuck = new PacedPublisher(topic, quota, clock, time -> {});
    for (var n = 0; n < PacedPublisher.A_SECOND; n++) {
      stuck.publish(ID, MESSAGE);
    }

    assertThatThrownBy(() -> stuck.publish(ID, MESSAGE)).isInstanceOf(PublishFailed.class);
    assertThat(topic.published()).hasSize(PacedPublisher.A_SECOND);
  }

  @Test
  void withoutTheCountNothingIsPublished() {
    quota.faults().failNextBefore(1);
    var paced = new PacedPublisher(topic, quota, clock, clock::advance);

    assertThatThrownBy(() -> paced.publish(ID, MESSAGE)).isInstanceOf(PublishFailed.class);
    assertThat(topic.published()).isEmpty();
  }
}
