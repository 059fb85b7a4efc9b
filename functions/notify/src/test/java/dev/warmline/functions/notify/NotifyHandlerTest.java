package dev.warmline.functions.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.handoff.ChatPoster;
import dev.warmline.handoff.Deliveries;
import dev.warmline.lead.NoticeId;
import dev.warmline.usecase.DeliverAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotifyHandlerTest {
  private static final Instant NOW = Instant.parse("2026-03-08T09:15:00Z");
  private static final String ALERT =
      "{\"schema\":\"warmline.alert/1\",\"alert\":\"l-ada.1\",\"at\":\"2026-03-08T09:14:00Z\"}";

  private final Slack slack = new Slack();
  private final List<String> written = new ArrayList<>();

  @Test
  void anAlertDeliveredTwiceIsPostedOnce() throws Exception {
    handle(ALERT);
    handle(ALERT);

    assertThat(slack.posts).hasSize(1);
    assertThat(written).last().asString().contains("\"SlackRepeated\":1");
  }

  @Test
  void aBusySlackMakesTheTopicDeliverAgain() throws Exception {
    slack.answers.add(new ChatPoster.PostResult.RetryAfter(Duration.ofSeconds(30)));

    assertThatThrownBy(() -> handle(ALERT))
        .isInstanceOf(NotDelivered.class)
        .hasMessageContaining("l-ada.1")
        .hasMessageContaining("30s");
    handle(ALERT);
    assertThat(slack.posts).hasSize(2);
  }

  @Test
  void aSlackThatIsAwayIsSaidToBeSo() {
    slack.answers.add(new ChatPoster.PostResult.RetryAfter(Duration.ZERO));

    assertThatThrownBy(() -> handle(ALERT))
        .isInstanceOf(NotDelivered.class)
        .hasMessage("alert l-ada.1: Slack is not taking it now");
  }

  @Test
  void aRefusalIsCountedAndNamedAndNotTriedForever() throws Exception {
    slack.answers.add(new ChatPoster.PostResult.Refused(410, "channel_is_archived"));

    handle(ALERT);

    assertThat(written)
        .satisfiesExactly(
            counted -> assertThat(counted).contains("\"SlackRefused\":1"),
            named ->
                assertThat(named)
                    .contains("Slack refused", "l-ada.1", "410", "channel_is_archived"));
  }

  @Test
  void whatIsNoAlertIsReportedAndDropped() throws Exception {
    handle("hello");

    assertThat(written).singleElement().asString().contains("\"SlackNoAlert\":1");
    assertThat(slack.posts).isEmpty();
  }

  private void handle(String body) throws Exception {
    var journal = Journal.to("notify", written::add);
    var handler = new NotifyHandler(new DeliverAlert(slack, slack), journal, () -> NOW);
    handler.deliver(event(body), "r-1");
  }

  private static SNSEvent event(String body) throws Exception {
    try (var in = NotifyHandlerTest.class.getResourceAsStream("/alert-topic.json")) {
      var json = new ObjectMapper().readTree(in);
      ((ObjectNode) json.path("Records").path(0).path("Sns")).put("Message", body);
      return LambdaEventSerializers.serializerFor(
              SNSEvent.class, NotifyHandlerTest.class.getClassLoader())
          .fromJson(json.toString());
    }
  }

  /** A channel in memory. */
  private static final class Slack implements Deliveries, ChatPoster {
    private final List<String> posts = new ArrayList<>();
    private final Deque<PostResult> answers = new ArrayDeque<>();
    private final Set<NoticeId> done = new HashSet<>();

    @Override
    public DeliveryClaim claim(
        NoticeId id, String channel, String owner, Instant now, Instant leaseUntil) {
      return done.contains(id) ? DeliveryClaim.DONE : DeliveryClaim.OURS;
    }

    @Override
    public void markDone(NoticeId id, String channel, Instant now) {
      done.add(id);
    }

    @Override
    public void release(NoticeId id, String channel, String owner) {}

    @Override
    public PostResult post(String body) {
      posts.add(body);
      return answers.isEmpty() ? new PostResult.Posted() : answers.removeFirst();
    }
  }
}
