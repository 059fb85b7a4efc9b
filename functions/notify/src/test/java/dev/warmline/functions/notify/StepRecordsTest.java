package dev.warmline.functions.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.aws.stream.StreamJson;
import dev.warmline.event.Json;
import dev.warmline.handoff.ChatPost;
import dev.warmline.handoff.ChatPoster;
import dev.warmline.handoff.ChatThread;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.NoticeId;
import dev.warmline.team.Team;
import dev.warmline.team.TeamPublication;
import dev.warmline.testkit.MemoryDeliveries;
import dev.warmline.usecase.DeliverAlert;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.event.ruler.Ruler;

/** What people did, as the leads stream tells of it. */
class StepRecordsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final ChatThread THREAD = new ChatThread("sdr-inbound", "C1", "1772445600.000100");
  private static final String TEAM =
      """
      {"people":{"kim":{"name":"Kim Lee","email":"kim@corp.example","role":"sales"}},
       "queues":{"inbound-sdr":{"members":["kim"]}}}\
      """;

  private final MemoryDeliveries deliveries = new MemoryDeliveries();
  private final List<ChatPost> posts = new ArrayList<>();
  private final Deque<ChatPoster.PostResult> answers = new ArrayDeque<>();
  private final List<String> written = new ArrayList<>();

  @BeforeEach
  void aMessageStands() {
    deliveries.keepThread(NoticeId.qualified(new LeadId("l-ada"), 1), "slack", THREAD);
  }

  @Test
  void whoTookALeadAnywhereIsSaidOnceBelowItsMessage() throws Exception {
    var batch = StreamJson.batch(List.of(step("1", "SAL", "accepted", "kim")));

    assertThat(handle(batch)).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(handle(batch)).isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(posts).singleElement().matches(post -> post.below().equals(Optional.of(THREAD)));
    assertThat(posts.getFirst().body()).isEqualTo("{\"text\":\"Taken by Kim Lee\"}");
  }

  @Test
  void oneThatSlackDoesNotTakeNowComesAgainWithAllBehindIt() throws Exception {
    answers.add(new ChatPoster.PostResult.RetryAfter(Duration.ofSeconds(30)));
    var batch =
        StreamJson.batch(
            List.of(step("1", "SAL", "accepted", "kim"), step("2", "SQL", "qualified", "kim")));

    assertThat(handle(batch)).contains("\"itemIdentifier\":\"1\"").doesNotContain("\"2\"");
    assertThat(handle(batch)).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(posts).hasSize(3);
  }

  @Test
  void whatNobodyCanReadIsReportedAndDropped() throws Exception {
    var broken = step("1", "SAL", "accepted", "kim");
    ((ObjectNode) broken.at("/dynamodb/NewImage")).remove(Schema.WHO);

    assertThat(handle(StreamJson.batch(List.of(broken)))).isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(posts).isEmpty();
    assertThat(written).last().asString().contains("dropped", "PoisonRecord");
  }

  @ParameterizedTest
  @CsvSource({
    "SAL,          accepted,  true",
    "SQL,          qualified, true",
    "Customer,     won,       true",
    "MQL,          undone,    true",
    "MQL,          called,    false",
    "Recycled,     no-budget, false",
    "Disqualified, spam,      false",
  })
  void filterAndHandlerSeeTheSameSteps(String to, String why, boolean isSaid) throws Exception {
    var step = step("1", to, why, "kim");

    handle(StreamJson.batch(List.of(step)));

    assertThat(passesFilter(step.toString())).isEqualTo(isSaid);
    assertThat(!posts.isEmpty()).isEqualTo(isSaid);
  }

  @ParameterizedTest
  @ValueSource(strings = {Schema.LEAD, Schema.NOTICES + "l-1.1"})
  void whatIsNoLineOfHistoryIsPassedOver(String sk) throws Exception {
    var other = step(sk, "1", "SAL", "accepted", "kim");

    handle(StreamJson.batch(List.of(other)));

    assertThat(passesFilter(other.toString())).isFalse();
    assertThat(posts).isEmpty();
  }

  private static ObjectNode step(String number, String to, String why, String who) {
    return step(
        "%s%06d".formatted(Schema.STAGES, Integer.parseInt(number) + 1), number, to, why, who);
  }

  private static ObjectNode step(String sk, String number, String to, String why, String who) {
    var keys =
        Map.of(
            Schema.PK, AttributeValue.fromS("l-ada"),
            Schema.SK, AttributeValue.fromS(sk));
    var image = new HashMap<>(keys);
    image.put(Schema.NUMBER, AttributeValue.fromN("" + (Integer.parseInt(number) + 1)));
    image.put(Schema.CYCLE, AttributeValue.fromN("1"));
    image.put(Schema.AT, AttributeValue.fromS(NOW.toString()));
    image.put(Schema.FROM, AttributeValue.fromS("MQL"));
    image.put(Schema.TO, AttributeValue.fromS(to));
    image.put(Schema.WHY, AttributeValue.fromS(why));
    image.put(Schema.WHO, AttributeValue.fromS(who));
    return StreamJson.record("INSERT", number, keys, Map.of(), image);
  }

  private String handle(ObjectNode batch) throws Exception {
    var json = (ObjectNode) Json.read(TEAM);
    var team = Optional.of(new TeamPublication(1, Team.of(json), json, NOW, "lee", ""));
    var deliver = new DeliverAlert(deliveries, this::post);
    var handler =
        new NotifyHandler(deliver, _ -> team, Journal.to("notify", written::add), () -> NOW);
    var out = new ByteArrayOutputStream();
    handler.handle(new ByteArrayInputStream(batch.toString().getBytes(UTF_8)), out, "r-1");
    return out.toString(UTF_8);
  }

  private ChatPoster.PostResult post(ChatPost post, Instant now) {
    posts.add(post);
    return answers.isEmpty() ? new ChatPoster.PostResult.Posted() : answers.removeFirst();
  }

  private static boolean passesFilter(String record) throws Exception {
    try (var in = StepRecordsTest.class.getResourceAsStream("/step-filters.json")) {
      for (var filter : new ObjectMapper().readTree(in)) {
        if (Ruler.matchesRule(record, filter.toString())) {
          return true;
        }
      }
      return false;
    }
  }
}
