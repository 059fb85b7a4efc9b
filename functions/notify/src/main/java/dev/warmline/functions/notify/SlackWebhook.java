package dev.warmline.functions.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.aws.secret.WebhookSecret;
import dev.warmline.handoff.ChatPoster;
import java.io.IOException;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Posts to a Slack incoming webhook. Uses {@link HttpURLConnection}: one short post needs no
 * threads, and its classes are loaded by the AWS client anyway, so it starts faster than {@code
 * java.net.http}.
 */
public final class SlackWebhook implements ChatPoster {
  private static final int CONNECT_MILLIS = 3_000;
  private static final int READ_MILLIS = 10_000;
  private static final int LONGEST_REASON = 60;
  private static final int TIMEOUT_STATUS = 408;
  private static final int TOO_MANY_STATUS = 429;
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final Pattern NOT_A_WORD = Pattern.compile("[^A-Za-z0-9_. -]+");

  private final Supplier<URI> secret;
  private final WebhookAddress allowed;

  /**
   * Posts to the address that {@code secret} gives at the time of the post.
   *
   * @param secret reads the webhook address; it may be asked for every post
   */
  public SlackWebhook(Supplier<URI> secret, WebhookAddress allowed) {
    this.secret = secret;
    this.allowed = allowed;
  }

  /** Posts to the address in a secret. */
  public static SlackWebhook at(WebhookSecret secret, InstantSource clock, WebhookAddress allowed) {
    return new SlackWebhook(() -> URI.create(secret.value(clock.instant())), allowed);
  }

  @Override
  public PostResult post(String body) {
    var address = secret.get();
    return allowed
        .objection(address)
        .<PostResult>map(objection -> new PostResult.Refused(0, objection))
        .orElseGet(() -> send(address, body.getBytes(UTF_8)));
  }

  private static PostResult send(URI address, byte[] body) {
    try {
      var connection = open(address, body.length);
      try {
        return exchange(connection, body);
      } finally {
        connection.disconnect();
      }
    } catch (HttpRetryException e) {
      return new PostResult.Refused(e.responseCode(), "not authorized");
    } catch (MalformedURLException | IllegalArgumentException e) {
      return new PostResult.Refused(0, "the webhook secret is not a web address");
    } catch (IOException e) {
      return new PostResult.RetryAfter(Duration.ZERO);
    }
  }

  /** A fixed length also keeps the JDK from repeating a post whose answer was lost. */
  private static HttpURLConnection open(URI address, int length) throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setFixedLengthStreamingMode(length);
    connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
    return connection;
  }

  private static PostResult exchange(HttpURLConnection connection, byte[] body) throws IOException {
    try (var out = connection.getOutputStream()) {
      out.write(body);
    }
    var status = connection.getResponseCode();
    if (status >= 200 && status < 300) {
      return new PostResult.Posted();
    }
    if (status < 0 || status >= 500 || status == TOO_MANY_STATUS || status == TIMEOUT_STATUS) {
      return new PostResult.RetryAfter(pause(connection.getHeaderField("Retry-After")));
    }
    return new PostResult.Refused(status, reason(connection));
  }

  private static Duration pause(@Nullable String seconds) {
    try {
      var asked = Duration.ofSeconds(Math.max(0, Long.parseLong(String.valueOf(seconds).strip())));
      return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    } catch (NumberFormatException e) {
      return Duration.ZERO;
    }
  }

  /** Slack answers one word such as {@code invalid_blocks}; nothing else of it is kept. */
  private static String reason(HttpURLConnection connection) throws IOException {
    var stream = Optional.ofNullable(connection.getErrorStream());
    if (stream.isEmpty()) {
      return "no reason given";
    }
    try (var in = stream.get()) {
      var text = new String(in.readNBytes(LONGEST_REASON), UTF_8);
      var word = NOT_A_WORD.matcher(text).replaceAll(" ").strip();
      return word.isEmpty() ? "no reason given" : word;
    }
  }
}
