package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Event;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads from an event which channel brought the person: {@code organic}, {@code paid}, {@code
 * social}, {@code email}, {@code referral}, {@code event} or {@code direct}.
 *
 * <p>A campaign's medium says most, then its click id, its source, and last the site the person
 * came from.
 */
public final class LeadSources {
  /** The channel of a person who came by none of the others. */
  public static final String DIRECT = "direct";

  private static final Map<String, String> MEDIA =
      Map.ofEntries(
          Map.entry("cpc", "paid"),
          Map.entry("ppc", "paid"),
          Map.entry("cpm", "paid"),
          Map.entry("cpv", "paid"),
          Map.entry("cpa", "paid"),
          Map.entry("display", "paid"),
          Map.entry("banner", "paid"),
          Map.entry("ads", "paid"),
          Map.entry("ad", "paid"),
          Map.entry("retargeting", "paid"),
          Map.entry("affiliate", "paid"),
          Map.entry("e-mail", "email"),
          Map.entry("email", "email"),
          Map.entry("newsletter", "email"),
          Map.entry("social", "social"),
          Map.entry("social-media", "social"),
          Map.entry("social-network", "social"),
          Map.entry("sm", "social"),
          Map.entry("organic", "organic"),
          Map.entry("search", "organic"),
          Map.entry("referral", "referral"),
          Map.entry("partner", "referral"),
          Map.entry("event", "event"),
          Map.entry("webinar", "event"),
          Map.entry("tradeshow", "event"),
          Map.entry("trade-show", "event"),
          Map.entry("conference", "event"),
          Map.entry("direct", DIRECT),
          Map.entry("(none)", DIRECT),
          Map.entry("none", DIRECT));
  private static final Pattern PAID_CLICK =
      Pattern.compile("[?&](gclid|gbraid|wbraid|dclid|msclkid|li_fat_id|ttclid|twclid)=[^&#]");
  private static final Pattern SOCIAL_CLICK = Pattern.compile("[?&](fbclid|igshid)=[^&#]");
  private static final Set<String> SEARCH =
      Set.of(
          "google",
          "bing",
          "duckduckgo",
          "yahoo",
          "ecosia",
          "baidu",
          "yandex",
          "startpage",
          "qwant");
  private static final Set<String> SOCIAL =
      Set.of(
          "facebook",
          "linkedin",
          "lnkd",
          "twitter",
          "x",
          "t",
          "instagram",
          "youtube",
          "reddit",
          "tiktok",
          "xing",
          "pinterest",
          "mastodon",
          "threads",
          "bsky");
  private static final Set<String> WEBMAIL =
      Set.of(
          "mail.google.com",
          "mail.yahoo.com",
          "outlook.live.com",
          "outlook.office.com",
          "outlook.office365.com");

  private LeadSources() {}

  /**
   * The channel that this event shows; empty if it carries no campaign, no click id and no site
   * that is not its own.
   */
  public static Optional<String> touch(Event event) {
    var context = event.json().get("context");
    if (context == null || !context.isObject()) {
      return Optional.empty();
    }
    var campaign = context.path("campaign");
    return text(campaign, "medium")
        .flatMap(LeadSources::ofMedium)
        .or(() -> ofClick(context.path("page")))
        .or(() -> ofCampaign(campaign))
        .or(() -> ofReferrer(context.path("page")));
  }

  private static Optional<String> ofMedium(String medium) {
    var word = medium.replace('_', '-').replace(' ', '-');
    return Optional.ofNullable(MEDIA.get(word))
        .or(() -> word.startsWith("paid") ? Optional.of("paid") : Optional.empty());
  }

  private static Optional<String> ofClick(JsonNode page) {
    var address = page.path("url").asText("") + page.path("search").asText("");
    if (address.indexOf('?') < 0) {
      return Optional.empty();
    }
    if (PAID_CLICK.matcher(address).find()) {
      return Optional.of("paid");
    }
    return SOCIAL_CLICK.matcher(address).find() ? Optional.of("social") : Optional.empty();
  }

  private static Optional<String> ofCampaign(JsonNode campaign) {
    var source = text(campaign, "source");
    if (source.isEmpty()) {
      return text(campaign, "medium").or(() -> text(campaign, "name")).map(given -> "referral");
    }
    var word = source.get();
    if (word.contains("mail") || word.contains("newsletter")) {
      return Optional.of("email");
    }
    if (word.contains("webinar") || word.contains("event") || word.contains("conference")) {
      return Optional.of("event");
    }
    return Optional.of(ofSite(word));
  }

  private static Optional<String> ofReferrer(JsonNode page) {
    return text(page, "referrer")
        .flatMap(LeadSources::host)
        .filter(host -> !text(page, "url").flatMap(LeadSources::host).equals(Optional.of(host)))
        .map(LeadSources::ofHost);
  }

  private static String ofHost(String host) {
    return WEBMAIL.contains(host) ? "email" : ofSite(host);
  }

  private static String ofSite(String site) {
    for (var part : site.split("[./]")) {
      if (SEARCH.contains(part)) {
        return "organic";
      }
      if (SOCIAL.contains(part)) {
        return "social";
      }
    }
    return "referral";
  }

  private static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(URI.create(url).getHost())
          .map(host -> host.startsWith("www.") ? host.substring(4) : host);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonNode object, String key) {
    var value = object.path(key);
    return value.isTextual() && !value.textValue().isBlank()
        ? Optional.of(value.textValue().strip().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
