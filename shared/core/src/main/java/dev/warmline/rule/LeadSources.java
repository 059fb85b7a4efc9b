package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads from an event which channel brought the person: {@code organic}, {@code paid}, {@code
 * social}, {@code email}, {@code referral}, {@code event}, {@code assistant} or {@code direct}.
 *
 * <p>A campaign's medium says most, then the id of a click, its source, and last the site the
 * person came from. What the event does not say of its campaign, the page's address may.
 */
public final class LeadSources {
  /** The channel of a person who came by none of the others. */
  public static final String DIRECT = "direct";

  /** All channels there are. */
  public static final List<String> CHANNELS =
      List.of("organic", "paid", "social", "email", "referral", "event", "assistant", DIRECT);

  private static final Map<String, String> MEDIA =
      byWord(
          Map.of(
              "paid",
              "cpc ppc cpm cpv cpa cpl sem display banner ads ad retargeting affiliate affiliates",
              "email",
              "email e-mail mail newsletter",
              "social",
              "social social-media social-network socialmedia organic-social social-organic sm",
              "organic",
              "organic search organic-search seo",
              "referral",
              "referral partner",
              "event",
              "event webinar tradeshow trade-show conference",
              "assistant",
              "assistant ai ai-assistant ai-search chatbot llm",
              DIRECT,
              "direct (none) none"));
  private static final Set<String> EVENTS =
      Set.of("event", "events", "webinar", "webinars", "conference", "tradeshow", "meetup");

  private LeadSources() {}

  /** The channel of each of the words that a channel has. */
  static Map<String, String> byWord(Map<String, String> words) {
    var channels = new HashMap<String, String>();
    for (var channel : words.entrySet()) {
      for (var word : channel.getValue().split(" ")) {
        channels.put(word, channel.getKey());
      }
    }
    return channels;
  }

  /**
   * The channel that this event shows; empty if it carries no campaign, no click id and no site
   * that is not its own and brings people.
   */
  public static Optional<String> touch(Event event) {
    var context = event.json().get("context");
    var page = page(event, context);
    var campaign = context == null ? null : context.get("campaign");
    if (page == null && campaign == null) {
      return Optional.empty();
    }
    var query = query(page);
    var medium = firstOf(campaign, "medium", query, "utm_medium");
    var channel = medium == null ? null : ofMedium(medium);
    if (channel == null) {
      channel = query.click();
    }
    if (channel == null) {
      channel = ofCampaign(medium, firstOf(campaign, "source", query, "utm_source"), campaign);
    }
    return Optional.ofNullable(channel == null ? ofReferrer(page) : channel);
  }

  /** Where the event says which page it is about; a page event without a context says it itself. */
  private static @Nullable JsonNode page(Event event, @Nullable JsonNode context) {
    var page = context == null ? null : context.get("page");
    if (page != null && page.isObject()) {
      return page;
    }
    var properties = event.type() == EventType.PAGE ? event.json().get("properties") : null;
    return properties != null && properties.isObject() ? properties : null;
  }

  private static PageQuery query(@Nullable JsonNode page) {
    var url = text(page, "url");
    if (url != null && url.indexOf('?') >= 0) {
      return new PageQuery(url);
    }
    var search = text(page, "search");
    return search == null || search.indexOf('?') < 0 ? PageQuery.NONE : new PageQuery(search);
  }

  private static @Nullable String firstOf(
      @Nullable JsonNode campaign, String key, PageQuery query, String parameter) {
    var said = text(campaign, key);
    var found = said == null ? query.value(parameter) : said;
    return found == null || found.isBlank() ? null : found.strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String ofMedium(String medium) {
    var word = medium.replace('_', '-').replace(' ', '-');
    var channel = MEDIA.get(word);
    return channel == null && (word.startsWith("paid") || word.endsWith("paid")) ? "paid" : channel;
  }

  private static @Nullable String ofCampaign(
      @Nullable String medium, @Nullable String source, @Nullable JsonNode campaign) {
    if (source == null) {
      return medium != null || text(campaign, "name") != null ? Referrers.REFERRAL : null;
    }
    if (source.contains("mail") || source.contains("newsletter")) {
      return "email";
    }
    for (var word : source.split("[-_ .]")) {
      if (EVENTS.contains(word)) {
        return "event";
      }
    }
    return ofSource(source);
  }

  /** A source is a site, or the name of one: {@code linkedin}. */
  private static String ofSource(String source) {
    var site = source.startsWith("www.") ? source.substring(4) : source;
    for (var end : site.indexOf('.') < 0 ? List.of(".com", ".ai", ".org", ".app") : List.of("")) {
      if (Referrers.isKnown(site + end)) {
        var channel = Referrers.channel(site + end);
        return channel.equals(Referrers.NOWHERE) ? Referrers.REFERRAL : channel;
      }
    }
    return Referrers.REFERRAL;
  }

  private static @Nullable String ofReferrer(@Nullable JsonNode page) {
    var referrer = text(page, "referrer");
    var host = referrer == null ? "" : Referrers.host(referrer);
    if (host.isEmpty()) {
      return null;
    }
    var own = Referrers.host(Objects.requireNonNullElse(text(page, "url"), ""));
    var channel = isSameSite(host, own) ? Referrers.NOWHERE : Referrers.channel(host);
    return channel.equals(Referrers.NOWHERE) ? null : channel;
  }

  /** The same host, or one below the other: {@code app.example.com} and {@code example.com}. */
  private static boolean isSameSite(String host, String own) {
    return host.equals(own)
        || (!own.isEmpty() && (host.endsWith("." + own) || own.endsWith("." + host)));
  }

  private static @Nullable String text(@Nullable JsonNode object, String key) {
    var value = object == null ? null : object.get(key);
    return value != null && value.isTextual() && !value.textValue().isBlank()
        ? value.textValue()
        : null;
  }
}
