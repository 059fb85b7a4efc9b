package dev.warmline.aws.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends JSON to Slack, once. Uses {@link HttpURLConnection}: one short post needs no threads, and
 * its classes are loaded by the AWS client anyway, so it starts faster than {@code java.net.http}.
 *
 * @param connect the longest that connecting may take
 * @param read the longest that the answer may take
 */
public record SlackHttp(Duration connect, Duration read) {
  private static final int MOST_BYTES = 200_000;
  private static final int LONGEST_WORD = 60;
  private static final int TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final Pattern NOT_A_WORD = Pattern.compile("[^A-Za-z0-9_. -]+");

  /**
   * What Slack answered.
   *
   * @param pause how long it asked to be left alone; zero if it did not say
   * @param text the body, which may repeat what was posted: not for logs
   */
  public record Answer(int status, Duration pause, String text) {

    /** Whether it was taken. */
    public boolean isTaken() {
      return status >= 200 && status < 300;
    }

    /** Whether the same may be taken later. */
    public boolean mayPass() {
      return status < 0 || status >= 500 || status == TOO_MANY || status == TIMEOUT;
    }

    /** The one word, such as {@code invalid_blocks}, that an answer consists of. */
    public String word() {
      return word(text);
    }

    /** What a text says in a few harmless characters. */
    public static String word(String text) {
      var start = text.substring(0, Math.min(text.length(), LONGEST_WORD));
      var word = NOT_A_WORD.matcher(start).replaceAll(" ").strip();
      return word.isEmpty() ? "no reason given" : word;
    }

    @Override
    public String toString() {
      return "Answer[status=" + status + "]";
    }
  }

  /**
   * Sends it.
   *
   * @param token to show, if it is asked for
   * @throws IOException if there was no answer
   * @throws IllegalArgumentException if the address is none
   */
  public Answer post(URI address, Optional<String> token, String json) throws IOException {
    var body = json.getBytes(UTF_8);
    var connection = open(address, body.length);
    token.ifPresent(it -> connection.setRequestProperty("Authorization", "Bearer " + it));
    try {
      return exchange(connection, body);
    } catch (HttpRetryException e) {
      return new Answer(e.responseCode(), Duration.ZERO, "not authorized");
    } finally {
      connection.disconnect();
    }
  }

  /** A fixed length also keeps the JDK from repeating a post whose answer was lost. */
  private HttpURLConnection open(URI address, int length) throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) connect.toMillis());
    connection.setReadTimeout((int) read.toMillis());
    connection.setFixedLengthStreamingMode(length);
    connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
    return connection;
  }

  private static Answer exchange(HttpURLConnection connection, byte[] body) throws IOException {
    try (var out = connection.getOutputStream()) {
      out.write(body);
    }
    var status = connection.getResponseCode();
    var pause = pause(connection.getHeaderField("Retry-After"));
    var isGood = status >= 200 && status < 300;
    var stream = isGood ? connection.getInputStream() : connection.getErrorStream();
    return new Answer(status, pause, text(stream));
  }

  private static String text(@Nullable InputStream stream) throws IOException {
    if (stream == null) {
      return "";
    }
    try (stream) {
      return new String(stream.readNBytes(MOST_BYTES), UTF_8);
    }
  }

  private static Duration pause(@Nullable String seconds) {
    try {
      var asked = Duration.ofSeconds(Math.max(0, Long.parseLong(String.valueOf(seconds).strip())));
      return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    } catch (NumberFormatException e) {
      return Duration.ZERO;
    }
  }
}
