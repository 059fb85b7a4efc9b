package dev.warmline.functions.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.warmline.handoff.ChatPoster.PostResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackWebhookTest {
  private static final WebhookAddress LOOPBACK = new WebhookAddress("http", Set.of("127.0.0.1"));

  private final HttpServer server = started();
  private final List<String> received = new CopyOnWriteArrayList<>();

  private static HttpServer started() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aPostArrivesAsJson() {
    answer(200, "ok", "");

    assertThat(webhook().post("{\"text\":\"Zo\u00eb\"}")).isEqualTo(new PostResult.Posted());
    assertThat(received).containsExactly("application/json; charset=utf-8 {\"text\":\"Zo\u00eb\"}");
  }

  @Test
  void aBusySlackSaysHowLongToWait() {
    answer(429, "rate_limited", "30");

    assertThat(webhook().post("{}")).isEqualTo(new PostResult.RetryAfter(Duration.ofSeconds(30)));
    assertThat(received).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 503})
  void troubleOnTheOtherSideIsTriedAgain(int status) {
    answer(status, "oops", "");

    assertThat(webhook().post("{}")).isEqualTo(new PostResult.RetryAfter(Duration.ZERO));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 403, 404, 410})
  void aRefusalIsPermanentAndNoRedirectIsFollowed(int status) {
    answer(status, "no_service\n<b>", "");

    assertThat(webhook().post("{}"))
        .isInstanceOfSatisfying(
            PostResult.Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(status);
              assertThat(refused.reason()).matches("[A-Za-z0-9_. -]+");
            });
    assertThat(received).hasSize(1);
  }

  @Test
  void aConnectionThatBreaksIsTriedAgainByTheCallerOnly() {
    server.createContext(
        "/hook",
        exchange -> {
          received.add("broken");
          exchange.close();
        });

    assertThat(webhook().post("{}")).isEqualTo(new PostResult.RetryAfter(Duration.ZERO));
    assertThat(received).hasSize(1);
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
        "hooks.slack.com"
      })
  void nothingIsSentAnywhereElse(String address) {
    var webhook = new SlackWebhook(() -> URI.create(address), WebhookAddress.SLACK);

    assertThat(webhook.post("{}"))
        .isInstanceOfSatisfying(
            PostResult.Refused.class,
            refused -> {
              assertThat(refused.status()).isZero();
              assertThat(refused.reason()).doesNotContain("evil").doesNotContain("/T/B");
            });
  }

  @Test
  void theRealAddressIsAllowed() {
    var address = URI.create("https://hooks.slack.com/services/T/B/X");

    assertThat(WebhookAddress.SLACK.objection(address)).isEmpty();
  }

  private SlackWebhook webhook() {
    var port = server.getAddress().getPort();
    return new SlackWebhook(() -> URI.create("http://127.0.0.1:" + port + "/hook"), LOOPBACK);
  }

  private void answer(int status, String body, String retryAfter) {
    server.createContext(
        "/hook",
        exchange -> {
          var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.add(exchange.getRequestHeaders().getFirst("Content-Type") + " " + text);
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
          }
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
