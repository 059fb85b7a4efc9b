package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.AlertExamples;
import dev.warmline.handoff.ChatPoster;
import dev.warmline.handoff.ChatThread;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import dev.warmline.usecase.DeliverAlert.Delivered;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliverAlertTest {
  private static final Instant NOW = AlertExamples.AT;
  private static final NoticeId ID = NoticeId.qualified(AlertExamples.LEAD, 1);
  private static final String BODY = AlertExamples.rendered(AlertExamples.verdict()).json();

  private final OneChannel channel = new OneChannel();
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
  void whatFollowsUponACycleIsPutBelowItsMessage() {
    var stands = new ChatThread("sdr-inbound", "C1", "1772445600.000100");
    channel.answers.add(new ChatPoster.PostResult.Posted(Optional.of(stands)));
    deliver.deliver(BODY, "slack", "r-1", NOW);

    var next = new OneChannel();
    next.threads.putAll(channel.threads);
    var step = BODY.replace(ID.value() + '"', ID.value() + ".overdue-x\"");
    new DeliverAlert(next, next).deliver(step, "slack", "r-2", NOW);

    assertThat(channel.posts).singleElement().matches(post -> post.below().isEmpty());
    assertThat(next.posts).singleElement().matches(post -> post.below().get().equals(stands));
    assertThat(next.threads).containsOnly(Map.entry(ID, stands));
  }

  @Test
  void whatSomebodyDidIsSaidOnceBelowTheMessageOfTheCycle() {
    var stands = new ChatThread("sdr-inbound", "C1", "1772445600.000100");
    channel.answers.add(new ChatPoster.PostResult.Posted(Optional.of(stands)));
    deliver.deliver(BODY, "slack", "r-1", NOW);

    assertThat(step(2, NOW)).isEqualTo(new Delivered.Posted(ID));
    assertThat(step(2, NOW.plusSeconds(1))).isEqualTo(new Delivered.Repeated(ID));
    assertThat(step(3, NOW)).isEqualTo(new Delivered.Posted(ID));

    assertThat(channel.posts).hasSize(3);
    assertThat(channel.posts.get(1).below()).contains(stands);
    assertThat(channel.posts.get(1).body()).isEqualTo("{\"text\":\"Taken by Kim &amp; Bo\"}");
  }

  @Test
  void aStepOfLongAgoAsARestoredHistoryHasIsNoNews() {
    channel.threads.put(ID, new ChatThread("sdr", "C1", "1.1"));

    assertThat(step(2, NOW.plus(DeliverAlert.NEWS).plusMillis(1)))
        .isEqualTo(new Delivered.Nowhere(ID));
    assertThat(step(2, NOW.plus(DeliverAlert.NEWS))).isEqualTo(new Delivered.Posted(ID));
  }

  @Test
  void aStepWaitsAShortWhileForAMessageThatIsOnItsWay() {
    assertThat(step(2, NOW)).isEqualTo(new Delivered.HeldByAnother(ID));
    assertThat(step(2, NOW.plus(DeliverAlert.PATIENCE))).isEqualTo(new Delivered.HeldByAnother(ID));
    assertThat(step(2, NOW.plus(DeliverAlert.PATIENCE).plusMillis(1)))
        .isEqualTo(new Delivered.Nowhere(ID));
    assertThat(channel.posts).isEmpty();
  }

  @Test
  void whereNothingCanBePutBelowAMessageNothingIs() {
    deliver.deliver(BODY, "slack", "r-1", NOW);

    assertThat(step(2, NOW)).isEqualTo(new Delivered.Nowhere(ID));
    assertThat(channel.posts).hasSize(1);
  }

  private Delivered step(int number, Instant now) {
    var entry = new StageEntry(number, NOW, Stage.MQL, Stage.SAL, 1, "accepted", "kim");
    return deliver.deliver(
        AlertExamples.LEAD, entry, "Taken by Kim & Bo", "slack", "r-" + now, now);
  }

  @Test
  void whatIsNoAlertIsNotPosted() {
    assertThat(deliver.deliver("{}", "slack", "r-1", NOW)).isEqualTo(new Delivered.NoAlert());
    assertThat(channel.posts).isEmpty();
  }
}
