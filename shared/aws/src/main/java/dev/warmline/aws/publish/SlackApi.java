package dev.warmline.aws.publish;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Web API as an app reaches it.
 *
 * @param token by which Slack knows the app
 * @param base the address that methods lie below
 */
public record SlackApi(String token, String base) {
  /** A token and, where Slack is not the usual one, the address of its Web API. */
  private static final Pattern SECRET = Pattern.compile("(xox[a-z]-[A-Za-z0-9-]+)(?:\\s+(\\S+))?");

  private static final String USUAL = "https://slack.com/api/";

  /** What a secret says of it; empty if it holds no token. */
  public static Optional<SlackApi> parse(String secret) {
    var said = SECRET.matcher(secret);
    return said.matches()
        ? Optional.of(new SlackApi(said.group(1), Optional.ofNullable(said.group(2)).orElse(USUAL)))
        : Optional.empty();
  }

  /**
   * Where a method is called.
   *
   * @throws IllegalArgumentException if the address is none
   */
  public URI at(String method) {
    return URI.create(base).resolve(method);
  }

  @Override
  public String toString() {
    return "SlackApi[base=" + base + "]";
  }
}
