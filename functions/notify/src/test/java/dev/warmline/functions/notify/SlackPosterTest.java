package dev.warmline.functions.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.publish.SlackHosts;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.handoff.AlertJson;
import dev.warmline.handoff.ChatPost;
import dev.warmline.handoff.ChatPoster.PostResult;
import dev.warmline.handoff.ChatThread;
import dev.warmline.handoff.SlackMessage;
import dev.warmline.team.Team;
import dev.warmline.team.TeamPublication;
import dev.warmline.testkit.SlackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackPosterTest {
  private static final Instant NOW = Instant.parse("2026-03-08T09:15:00Z");
  private static final SlackHosts LOOPBACK =
      new SlackHosts("http", List.of("127.0.0.1"), List.of("127.0.0.1"));
  private static final String TEAM =
      """
      {"people":{"kim":{"name":"Kim Lee","email":"kim@corp.example","role":"sales","slack":"U0123"}},
       "queues":{"inbound-sdr":{"members":["kim"],"slack":"sdr-inbound"}}}\
      """;
  private final SlackServer slack = SlackServer.start("sdr-inbound", "warmline");

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void aPostToAWebhookArrivesAsJson() {
    var message = EventJson.newObject().put("text", "Zo\u00eb");
    slack.next(200, "ok", "");

    assertThat(webhook().post(post(message), NOW)).isEqualTo(new PostResult.Posted());
    assertThat(slack.received())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.contentType()).isEqualTo("application/json; charset=utf-8");
              assertThat(it.authorization()).isEqualTo("null");
              assertThat(it.body()).isEqualTo("{\"text\":\"Zo\u00eb\"}");
            });
  }

  @Test
  void aBusySlackSaysHowLongToWait() {
    slack.next(429, "rate_limited", "30");
    slack.next(429, "{\"ok\":false,\"error\":\"ratelimited\"}", "7");

    assertThat(webhook().post(empty(), NOW))
        .isEqualTo(new PostResult.RetryAfter(Duration.ofSeconds(30)));
    assertThat(app().post(empty(), NOW))
        .isEqualTo(new PostResult.RetryAfter(Duration.ofSeconds(7)));
    assertThat(slack.received()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 503})
  void troubleOnTheOtherSideIsTriedAgain(int status) {
    slack.next(status, "oops", "");
    slack.next(status, "oops", "");

    assertThat(webhook().post(empty(), NOW)).isEqualTo(new PostResult.RetryAfter(Duration.ZERO));
    assertThat(app().post(empty(), NOW)).isEqualTo(new PostResult.RetryAfter(Duration.ZERO));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 403, 404, 410})
  void aRefusalIsPermanentAndNoRedirectIsFollowed(int status) {
    slack.next(status, "no_service\n<b>", "");

    assertThat(webhook().post(empty(), NOW))
        .isInstanceOfSatisfying(
            PostResult.Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(status);
              assertThat(refused.reason()).matches("[A-Za-z0-9_. -]+");
            });
    assertThat(slack.received()).hasSize(1);
  }

  @Test
  void aConnectionThatBreaksIsTriedAgainByTheCallerOnly() throws Exception {
    try (var nobody = closing()) {
      var address = "http://127.0.0.1:" + nobody.getLocalPort() + "/services/x";

      assertThat(poster(address, LOOPBACK).post(empty(), NOW))
          .isEqualTo(new PostResult.RetryAfter(Duration.ZERO));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.slack.com/services/T/B/X",
        "https://hooks.slack.com.evil.example/services/T/B/X",
        "https://evil.example/hooks.slack.com",
        "https://hooks.slack.com@evil.example/",
        "https://user@hooks.slack.com/services",
        "https://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "hooks.slack.com",
        "https://hooks.slack.com/a b",
        "xoxb-1-2-3 http://slack.com/api/",
        "xoxb-1-2-3 https://evil.example/T/B/",
        "xoxb-1-2-3 https://slack.com@evil.example/",
        "xoxb-1-2-3 file:///etc/passwd",
        "QmdVq8ZrJ2L5c0PlAcEhOlDeR"
      })
  void nothingIsSentAnywhereElse(String secret) {
    assertThat(poster(secret, SlackHosts.SLACK).post(empty(), NOW))
        .isInstanceOfSatisfying(
            PostResult.Refused.class,
            refused -> {
              assertThat(refused.status()).isZero();
              assertThat(refused.reason()).startsWith("the Slack secret ");
              assertThat(refused.reason()).doesNotContain("evil", "/T/B", "xoxb", "Qmd");
            });
  }

  @Test
  void theAppPostsIntoTheChannelOfTheQueueWithItsTokenAndSaysWhereItStands() {
    var posted = app().post(alert("", Optional.empty()), NOW);

    var stands = new ChatThread("sdr-inbound", "C-sdr-inbound", "1772440000.000100");
    assertThat(posted).isEqualTo(new PostResult.Posted(Optional.of(stands)));
    var message = slack.messages().getFirst();
    assertThat(message.path("channel").asText()).isEqualTo("sdr-inbound");
    assertThat(message.at("/blocks/1/text/text").asText()).isEqualTo("<@U0123>");
    assertThat(message.findValuesAsText("action_id")).containsExactly("accepted", "returned");
  }

  @Test
  void whatFollowsStandsBelowTheMessageOfTheCycle() {
    var below = new ChatThread("sdr-inbound", "C-sdr-inbound", "1772440000.000100");

    var posted = app().post(alert(".reminder-x", Optional.of(below)), NOW);

    assertThat(posted).isEqualTo(new PostResult.Posted());
    var message = slack.messages().getFirst();
    assertThat(message.path("channel").asText()).isEqualTo("C-sdr-inbound");
    assertThat(message.path("thread_ts").asText()).isEqualTo("1772440000.000100");
  }

  @Test
  void withoutATeamTheAppPostsIntoTheUsualChannel() {
    var app = new SlackPoster(_ -> token(), _ -> Optional.empty(), "warmline", LOOPBACK);

    app.post(alert("", Optional.empty()), NOW);

    assertThat(slack.messages().getFirst().path("channel").asText()).isEqualTo("warmline");
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_auth,invalid_auth",
    "channel_not_found,channel_not_found",
    "not_in_channel,not_in_channel",
    "'<b>odd</b>\n',b odd b"
  })
  void anErrorOfTheWebApiIsARefusalByItsName(String error, String reason) {
    slack.next(200, Json.write(EventJson.newObject().put("ok", false).put("error", error)), "");

    assertThat(app().post(empty(), NOW)).isEqualTo(new PostResult.Refused(200, reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ok\":false,\"error\":\"internal_error\"}",
        "{\"ok\":false,\"error\":\"service_unavailable\"}",
        "{\"ok\":false}",
        "<html>"
      })
  void anErrorThatSaysNothingOfTheMessageIsTriedAgain(String answer) {
    slack.next(200, answer, "");

    assertThat(app().post(empty(), NOW)).isEqualTo(new PostResult.RetryAfter(Duration.ZERO));
  }

  @Test
  void aTokenThatIsNotTheAppsIsRefusedByName() {
    var other = poster("xoxb-9-9-other " + slack.api(), LOOPBACK);

    assertThat(other.post(alert("", Optional.empty()), NOW))
        .isEqualTo(new PostResult.Refused(200, "invalid_auth"));
  }

  private SlackPoster webhook() {
    return poster(slack.hook().toString(), LOOPBACK);
  }

  private SlackPoster app() {
    return poster(token(), LOOPBACK);
  }

  private String token() {
    return SlackServer.TOKEN + " " + slack.api();
  }

  private static SlackPoster poster(String secret, SlackHosts hosts) {
    var team = Optional.of(published());
    return new SlackPoster(_ -> secret, _ -> team, "warmline", hosts);
  }

  private static TeamPublication published() {
    try {
      var source = (ObjectNode) Json.read(TEAM);
      return new TeamPublication(1, Team.of(source), source, NOW, "test", "a test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ChatPost empty() {
    return post(EventJson.newObject());
  }

  private static ChatPost post(ObjectNode message) {
    return new ChatPost(message, Optional.empty(), Optional.empty());
  }

  private static ChatPost alert(String mark, Optional<ChatThread> below) {
    var json =
        """
        {"schema":"warmline.alert/1","alert":"l-ada.1%s","at":"2026-03-08T09:14:00Z","stage":"MQL",\
        "contact":{"name":"Ada"},"queue":"inbound-sdr","to":["kim"],"why":"asked"}\
        """
            .formatted(mark);
    var alert = AlertJson.read(json).orElseThrow();
    return new ChatPost(SlackMessage.of(alert), Optional.of(alert), below);
  }

  /** Takes every connection and closes it. */
  private static ServerSocket closing() throws IOException {
    var server = new ServerSocket(0);
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (true) {
                  server.accept().close();
                }
              } catch (IOException closed) {
                // the test is over
              }
            });
    return server;
  }
}
