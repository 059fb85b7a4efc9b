package dev.warmline.aws.publish;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which addresses may be called, so that a wrong or planted secret cannot send alerts elsewhere.
 *
 * @param scheme {@code https} outside tests
 * @param hooks the hosts of incoming webhooks, and of the addresses that presses are answered at,
 *     in lower case
 * @param api the hosts of the Web API, in lower case
 */
public record SlackHosts(String scheme, List<String> hooks, List<String> api) {
  /** Those of Slack, for companies and for public authorities. */
  public static final SlackHosts SLACK =
      new SlackHosts(
          "https",
          List.of("hooks.slack.com", "hooks.slack-gov.com"),
          List.of("slack.com", "slack-gov.com"));

  public SlackHosts {
    hooks = List.copyOf(hooks);
    api = List.copyOf(api);
  }

  /** Why this is no address of a webhook, in words that do not repeat it; empty if it is one. */
  public Optional<String> objectionToHook(URI address) {
    return objection(address, hooks);
  }

  /** Why this is no address of the Web API, in words that do not repeat it; empty if it is one. */
  public Optional<String> objectionToApi(URI address) {
    return objection(address, api);
  }

  private Optional<String> objection(URI address, List<String> hosts) {
    if (!scheme.equalsIgnoreCase(address.getScheme())) {
      return Optional.of("must be an " + scheme + " address");
    }
    var host = Optional.ofNullable(address.getHost()).map(it -> it.toLowerCase(Locale.ROOT));
    return host.filter(hosts::contains).isEmpty() || address.getUserInfo() != null
        ? Optional.of("must be an address at " + String.join(" or ", hosts))
        : Optional.empty();
  }
}
