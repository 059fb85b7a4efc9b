package dev.warmline.rule;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the address of a page behind its question mark: what a campaign is called, and the
 * ids that networks and mail programs add to what is clicked.
 *
 * @param text an address, or the part of it from the question mark on; empty if there is none
 */
record PageQuery(String text) {
  static final PageQuery NONE = new PageQuery("");

  /** Who adds which id to an address that is clicked; a paid click before any other. */
  private static final Map<String, String> CLICKS =
      LeadSources.byWord(
          Map.of(
              "paid",
              "gclid gbraid wbraid gad_source dclid msclkid yclid li_fat_id ttclid twclid rdt_cid"
                  + " irclickid",
              "email",
              "mkt_tok mc_eid _hsenc _hsmi",
              "social",
              "fbclid igshid igsh"));

  /** The value of a parameter; null if it has none. */
  @Nullable String value(String name) {
    var start = 0;
    while (true) {
      var at = text.indexOf(name, start);
      if (at < 0) {
        return null;
      }
      var end = at + name.length();
      if (at > 0
          && isSeparator(text.charAt(at - 1))
          && end < text.length()
          && text.charAt(end) == '=') {
        return decoded(text.substring(end + 1, end(end + 1)));
      }
      start = end;
    }
  }

  /** The channel of the click that led to the address; null if nothing tells. */
  @Nullable String click() {
    @Nullable String found = null;
    var start = text.indexOf('?') + 1;
    while (start > 0 && start < text.length()) {
      var end = end(start);
      var equals = text.indexOf('=', start);
      if (equals > start && equals < end - 1) {
        var channel = CLICKS.get(text.substring(start, equals));
        found = channel == null || "paid".equals(found) ? found : channel;
      }
      start = end + 1;
    }
    return found;
  }

  private static boolean isSeparator(char c) {
    return c == '?' || c == '&' || c == ';';
  }

  private int end(int from) {
    var end = from;
    while (end < text.length() && text.charAt(end) != '&' && text.charAt(end) != '#') {
      end++;
    }
    return end;
  }

  private static @Nullable String decoded(String value) {
    if (value.isEmpty()) {
      return null;
    }
    try {
      return value.indexOf('%') < 0 && value.indexOf('+') < 0
          ? value
          : URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
