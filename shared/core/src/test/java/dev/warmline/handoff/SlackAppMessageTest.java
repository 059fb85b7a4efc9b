package dev.warmline.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.EventJson;
import dev.warmline.lead.Stage;
import dev.warmline.team.Team;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackAppMessageTest {
  private static final Team TEAM =
      Team.of(
          AlertExamples.json(
              """
              {"people":{
                 "kim":{"name":"Kim","email":"kim@corp.example","role":"sales","slack":"U0123"},
                 "bo":{"name":"Bo","email":"bo@corp.example","role":"sales"},
                 "lee":{"name":"Lee","email":"lee@corp.example","role":"lead","slack":"U0LEE"}},
               "queues":{"enterprise-ae":{"members":["kim","bo"],"slack":"deals"},
                         "inbound-sdr":{"members":["bo"]}}}
              """));
  private static final ChatThread DEALS = new ChatThread("deals", "C1", "1772445600.000100");

  @Test
  void whoHasTheLeadIsMentionedAndMayAcceptOrReturnIt() {
    var message = json(SlackAppMessage.of(post("", "kim", "bo"), Optional.of(TEAM), "warmline"));

    assertThat(message.path("channel").asText()).isEqualTo("deals");
    assertThat(message.at("/blocks/1/text/text").asText()).isEqualTo("<@U0123>");
    var buttons = message.path("blocks").get(message.path("blocks").size() - 1);
    assertThat(buttons.path("block_id").asText()).isEqualTo(AlertExamples.LEAD + ".1");
    assertThat(buttons.findValuesAsText("action_id")).containsExactly("accepted", "returned");
    assertThat(buttons.findValuesAsText("type")).contains("button", "external_select");
  }

  @ParameterizedTest
  @CsvSource({"enterprise-ae,deals", "inbound-sdr,warmline", "gone,warmline"})
  void theChannelIsThatOfTheQueueElseTheUsualOne(String queue, String channel) {
    var message =
        SlackAppMessage.of(post("", null, queue, Stage.MQL), Optional.of(TEAM), "warmline");

    assertThat(message.channel()).isEqualTo(channel);
    assertThat(message.isReply()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    ".reminder-x,MQL,kim,true",
    ".overdue-x,MQL,kim,true",
    ".reassigned-x,MQL,,true",
    ".hot-x,MQL,kim,true",
    ".hot-x,SAL,kim,false",
    ".reassigned-x,SAL,kim,false",
    ".reassigned-x,SAL,,true",
    ".reassigned-x,SQL,,true",
    ".hot-x,Customer,,false",
    ".reminder-x,SAL,kim,false",
    ".disregard,Prospect,,false",
    ".returned-x,MQL,,false",
    ".unworked-x,Recycled,,false"
  })
  void buttonsStandWhereSomebodyIsToAcceptOrTakeIt(
      String mark, String stage, @Nullable String owner, boolean asks) {
    var post = post(mark, owner, "enterprise-ae", Stage.parse(stage).orElseThrow());

    var message = json(SlackAppMessage.of(post, Optional.of(TEAM), "warmline"));

    assertThat(message.findValuesAsText("block_id"))
        .isEqualTo(asks ? List.of(AlertExamples.LEAD + ".1") : List.of());
  }

  @Test
  void whatFollowsUponACycleStandsBelowItsMessageAndASignalInTheChannelToo() {
    var step = below(post(".overdue-x", "kim", "lee"), DEALS);
    var signal = below(post(".hot-x", "kim"), DEALS);

    var told = json(SlackAppMessage.of(step, Optional.of(TEAM), "warmline"));
    var asked = json(SlackAppMessage.of(signal, Optional.of(TEAM), "warmline"));

    assertThat(told.path("channel").asText()).isEqualTo("C1");
    assertThat(told.path("thread_ts").asText()).isEqualTo("1772445600.000100");
    assertThat(told.at("/blocks/1/text/text").asText()).isEqualTo("<@U0123> <@U0LEE>");
    assertThat(told.has("reply_broadcast")).isFalse();
    assertThat(asked.path("reply_broadcast").asBoolean()).isTrue();
  }

  @Test
  void whatIsOfAnotherQueueNowStandsInItsChannel() {
    var moved = below(post(".reassigned-x", null, "inbound-sdr", Stage.MQL), DEALS);

    var message = SlackAppMessage.of(moved, Optional.of(TEAM), "warmline");

    assertThat(message.isReply()).isFalse();
    assertThat(message.channel()).isEqualTo("warmline");
    assertThat(json(message).has("thread_ts")).isFalse();
  }

  @Test
  void aWarmHandoffStandsInItsOwnChannelWithWhoIntroducesMentioned() {
    var json = AlertExamples.json(AlertExamples.rendered(AlertExamples.verdict()).json());
    json.putArray("to").add("kim").add("lee");
    json.withObjectProperty("introduction").put("slack", "deals-shared");
    var alert = AlertJson.read(json.toString()).orElseThrow();
    var post = new ChatPost(SlackMessage.of(alert), Optional.of(alert), Optional.empty());

    var message = SlackAppMessage.of(post, Optional.of(TEAM), "warmline");

    assertThat(message.channel()).isEqualTo("deals-shared");
    assertThat(json(message).at("/blocks/1/text/text").asText()).isEqualTo("<@U0123> <@U0LEE>");
    assertThat(post.body()).contains("Warm handoff: Mia Ruiz introduces you in #deals-shared");
  }

  @Test
  void leadsThatWaitAreToldOfInTheUsualChannel() {
    var text = EventJson.newObject().put("text", "37 leads qualified");
    var waiting = new ChatPost(text, Optional.empty(), Optional.empty());

    var message = json(SlackAppMessage.of(waiting, Optional.of(TEAM), "warmline"));

    assertThat(message.path("channel").asText()).isEqualTo("warmline");
    assertThat(message.path("text").asText()).isEqualTo("37 leads qualified");
    assertThat(message.has("blocks")).isFalse();
  }

  @Test
  void whatSomebodyDidStandsBelowTheMessageWhereverThatStands() {
    var text = EventJson.newObject().put("text", "Taken by Kim");
    var step = new ChatPost(text, Optional.empty(), Optional.of(DEALS));

    var message = SlackAppMessage.of(step, Optional.of(TEAM), "warmline");

    assertThat(message.isReply()).isTrue();
    assertThat(json(message).path("channel").asText()).isEqualTo("C1");
    assertThat(json(message).path("thread_ts").asText()).isEqualTo("1772445600.000100");
  }

  @Test
  void aThreadIsOneTextAndReadsBack() {
    var named = new ChatThread("deals and more", "C1", "1772445600.000100");

    assertThat(ChatThread.parse(named.text())).contains(named);
    assertThat(ChatThread.parse("C1")).isEmpty();
  }

  private static ChatPost below(ChatPost post, ChatThread thread) {
    return new ChatPost(post.message(), post.alert(), Optional.of(thread));
  }

  private static ChatPost post(String mark, String... to) {
    return post(mark, null, "enterprise-ae", Stage.MQL, to);
  }

  private static ChatPost post(
      String mark, @Nullable String owner, String queue, Stage stage, String... to) {
    var json = AlertExamples.json(AlertExamples.rendered(AlertExamples.verdict()).json());
    json.put("alert", AlertExamples.LEAD + ".1" + mark).put("queue", queue);
    json.put("stage", stage.word()).put("owner", owner);
    var people = json.putArray("to");
    List.of(to).forEach(people::add);
    var alert = AlertJson.read(json.toString()).orElseThrow();
    return new ChatPost(SlackMessage.of(alert), Optional.of(alert), Optional.empty());
  }

  private static JsonNode json(SlackAppMessage message) {
    return AlertExamples.json(message.body());
  }
}
