package dev.warmline.functions.notify;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which addresses may be posted to, so that a wrong or planted secret cannot send alerts elsewhere.
 *
 * @param scheme {@code https} outside tests
 * @param hosts the hosts allowed, in lower case
 */
public record WebhookAddress(String scheme, Set<String> hosts) {
  /** What Slack's incoming webhooks need. */
  public static final WebhookAddress SLACK =
      new WebhookAddress("https", Set.of("hooks.slack.com", "hooks.slack-gov.com"));

  public WebhookAddress {
    hosts = Set.copyOf(hosts);
  }

  /** Why this address is not allowed, in words that do not repeat it; empty if it is. */
  public Optional<String> objection(URI address) {
    if (!scheme.equalsIgnoreCase(address.getScheme())) {
      return Optional.of("the webhook secret must be an " + scheme + " address");
    }
    var host = Optional.ofNullable(address.getHost()).map(it -> it.toLowerCase(Locale.ROOT));
    if (host.filter(hosts::contains).isEmpty() || address.getUserInfo() != null) {
      return Optional.of("the webhook secret must be an address at " + String.join(" or ", hosts));
    }
    return Optional.empty();
  }
}
