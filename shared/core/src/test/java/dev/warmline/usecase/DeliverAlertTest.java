package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.AlertExamples;
import dev.warmline.handoff.AlertId;
import dev.warmline.handoff.ChatPoster;
import dev.warmline.handoff.Deliveries;
import dev.warmline.usecase.DeliverAlert.Delivered;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliverAlertTest {
  private static final Instant NOW = AlertExamples.AT;
  private static final AlertId ID = new AlertId(AlertExamples.LEAD, 1);
  private static final String BODY = AlertExamples.rendered(AlertExamples.verdict()).json();

  private final Channel channel = new Channel();
  private final DeliverAlert deliver = new DeliverAlert(channel, channel);

  @Test
  void aRepeatIsDropped() {
    assertThat(deliver.deliver(BODY, "slack", "r-1", NOW)).isEqualTo(new Delivered.Posted(ID));
    assertThat(deliver.deliver(BODY, "slack", "r-2", NOW)).isEqualTo(new Delivered.Repeated(ID));
    assertThat(channel.posts).hasSize(1);
  }

  @Test
  void afterABusyAnswerTheNextAttemptNeedNotWaitForTheLease() {
    channel.answers.add(new ChatPoster.PostResult.RetryAfter(Duration.ofSeconds(30)));

    assertThat(deliver.deliver(BODY, "slack", "r-1", NOW))
        .isEqualTo(new Delivered.TryAgain(ID, Duration.ofSeconds(30)));
    assertThat(deliver.deliver(BODY, "slack", "r-2", NOW)).isEqualTo(new Delivered.Posted(ID));
  }

  @Test
  void aRefusalIsReportedAndLeavesTheAlertDeliverable() {
    channel.answers.add(new ChatPoster.PostResult.Refused(404, "no_service"));

    assertThat(deliver.deliver(BODY, "slack", "r-1", NOW))
        .isEqualTo(new Delivered.Refused(ID, 404, "no_service"));
    assertThat(deliver.deliver(BODY, "slack", "r-2", NOW)).isEqualTo(new Delivered.Posted(ID));
  }

  @Test
  void aCrashAfterThePostIsRepeatedRatherThanLost() {
    channel.crashBeforeMark = true;
    assertThatThrownBy(() -> deliver.deliver(BODY, "slack", "r-1", NOW))
        .isInstanceOf(StoreUnavailable.class);

    assertThat(deliver.deliver(BODY, "slack", "r-2", NOW))
        .isEqualTo(new Delivered.HeldByAnother(ID));
    assertThat(deliver.deliver(BODY, "slack", "r-2", NOW.plus(DeliverAlert.LEASE)))
        .isEqualTo(new Delivered.Posted(ID));
    assertThat(channel.posts).hasSize(2);
  }

  @Test
  void whatIsNoAlertIsNotPosted() {
    assertThat(deliver.deliver("{}", "slack", "r-1", NOW)).isEqualTo(new Delivered.NoAlert());
    assertThat(channel.posts).isEmpty();
  }

  /** One channel in memory. */
  private static final class Channel implements Deliveries, ChatPoster {
    private record Lease(String owner, Instant until) {}

    private final Deque<PostResult> answers = new ArrayDeque<>();
    private final List<String> posts = new ArrayList<>();
    private Optional<Lease> lease = Optional.empty();
    private boolean done;
    private boolean crashBeforeMark;

    @Override
    public DeliveryClaim claim(
        AlertId id, String channel, String owner, Instant now, Instant leaseUntil) {
      if (done) {
        return DeliveryClaim.DONE;
      }
      if (lease.filter(it -> !it.owner().equals(owner) && it.until().isAfter(now)).isPresent()) {
        return DeliveryClaim.HELD;
      }
      lease = Optional.of(new Lease(owner, leaseUntil));
      return DeliveryClaim.OURS;
    }

    @Override
    public void markDone(AlertId id, String channel, Instant now) {
      if (crashBeforeMark) {
        crashBeforeMark = false;
        throw new StoreUnavailable("mark", new IOException("planned"));
      }
      done = true;
    }

    @Override
    public void release(AlertId id, String channel, String owner) {
      lease = lease.filter(it -> !it.owner().equals(owner));
    }

    @Override
    public PostResult post(String body) {
      posts.add(body);
      return answers.isEmpty() ? new PostResult.Posted() : answers.removeFirst();
    }
  }
}
