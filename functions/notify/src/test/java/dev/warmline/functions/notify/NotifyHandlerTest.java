package dev.warmline.functions.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.ChatPost;
import dev.warmline.handoff.ChatPoster;
import dev.warmline.handoff.ChatThread;
import dev.warmline.handoff.Deliveries;
import dev.warmline.lead.NoticeId;
import dev.warmline.usecase.DeliverAlert;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
  void whatABusySlackDoesNotTakeStaysInTheQueue() throws Exception {
    slack.answers.add(new ChatPoster.PostResult.RetryAfter(Duration.ofSeconds(30)));

    assertThat(handle(ALERT)).containsExactly("m-1");
    assertThat(written).last().asString().contains("does not take", "l-ada.1", "PT30S");
    assertThat(handle(ALERT)).isEmpty();
    assertThat(slack.posts).hasSize(2);
  }

  @Test
  void oneThatIsNotTakenDelaysNoOther() throws Exception {
    slack.answers.add(new ChatPoster.PostResult.RetryAfter(Duration.ZERO));

    assertThat(handle(ALERT, ALERT.replace("l-ada.1", "l-bob.1"))).containsExactly("m-1");

    assertThat(slack.posts).hasSize(2);
    assertThat(slack.done).extracting(NoticeId::value).containsExactly("l-bob.1");
  }

  @Test
  void whatCannotBeRememberedStaysInTheQueue() throws Exception {
    slack.isAway = true;

    assertThat(handle(ALERT)).containsExactly("m-1");
    assertThat(written).last().asString().contains("StoreUnavailable");
  }

  @Test
  void aRefusalIsCountedAndNamedAndNotTriedForever() throws Exception {
    slack.answers.add(new ChatPoster.PostResult.Refused(410, "channel_is_archived"));

    assertThat(handle(ALERT)).isEmpty();

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

  /** The ids of those that must come again. */
  private List<String> handle(String... bodies) throws Exception {
    var journal = Journal.to("notify", written::add);
    var handler =
        new NotifyHandler(
            new DeliverAlert(slack, slack), _ -> Optional.empty(), journal, () -> NOW);
    return handler.deliver(event(bodies), "r-1").getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static SQSEvent event(String... bodies) throws Exception {
    try (var in = NotifyHandlerTest.class.getResourceAsStream("/alert-queue.json")) {
      var json = new ObjectMapper().readTree(in);
      var records = (ArrayNode) json.path("Records");
      var message = (ObjectNode) records.remove(0);
      for (var body : bodies) {
        records.add(
            message.deepCopy().put("messageId", "m-" + (records.size() + 1)).put("body", body));
      }
      return LambdaEventSerializers.serializerFor(
              SQSEvent.class, NotifyHandlerTest.class.getClassLoader())
          .fromJson(json.toString());
    }
  }

  /** A channel in memory. */
  private static final class Slack implements Deliveries, ChatPoster {
    private final List<String> posts = new ArrayList<>();
    private final Deque<PostResult> answers = new ArrayDeque<>();
    private final Set<NoticeId> done = new HashSet<>();
    private boolean isAway;

    @Override
    public DeliveryClaim claim(
        NoticeId id, String channel, String holder, Instant now, Instant leaseUntil) {
      if (isAway) {
        throw new StoreUnavailable("claim", new IOException("planned"));
      }
      return done.contains(id) ? DeliveryClaim.DONE : DeliveryClaim.OURS;
    }

    @Override
    public void markDone(NoticeId id, String channel, Instant now) {
      done.add(id);
    }

    @Override
    public void release(NoticeId id, String channel, String holder) {}

    @Override
    public boolean isDone(NoticeId id, String channel) {
      return done.contains(id);
    }

    @Override
    public void keepThread(NoticeId cycle, String channel, ChatThread thread) {}

    @Override
    public Optional<ChatThread> findThread(NoticeId cycle, String channel) {
      return Optional.empty();
    }

    @Override
    public PostResult post(ChatPost post, Instant now) {
      posts.add(post.body());
      return answers.isEmpty() ? new PostResult.Posted() : answers.removeFirst();
    }
  }
}
