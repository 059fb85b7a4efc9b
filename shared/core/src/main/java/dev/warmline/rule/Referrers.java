package dev.warmline.rule;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What other sites are: search engines, social networks, assistants, advertisers, or places such as
 * a sign-in page that bring nobody. Two lists of domains say so: {@code referrers.txt}, which
 * others maintain, and {@code referrers-own.txt}, which wins.
 */
final class Referrers {
  /**
   * Of a site from which nobody comes: mail, sign-in, payment, a search engine's other services.
   */
  static final String NOWHERE = "none";

  /** Of a site that no list names. */
  static final String REFERRAL = "referral";

  /** What stands before the country in names such as {@code google.co.uk}. */
  private static final Set<String> SECOND_LEVEL =
      Set.of("co", "com", "org", "net", "ac", "gov", "edu", "ne", "or", "it");

  private static final Referrers LISTED = read();

  private final Map<String, String> sites = new HashMap<>();
  private final Map<String, String> below = new HashMap<>();
  private final Map<String, String> beginnings = new HashMap<>();

  private Referrers() {}

  /** The host of an address, in lower case and without {@code www.}; empty if there is none. */
  static String host(String address) {
    var slashes = address.indexOf("//");
    if (slashes < 0) {
      return "";
    }
    var start = slashes + 2;
    var end = start;
    while (end < address.length() && "/?#:".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    var at = address.lastIndexOf('@', end - 1);
    var host = address.substring(at >= start ? at + 1 : start, end).toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /** The channel that a host is, {@link #NOWHERE}, or {@link #REFERRAL} if no list names it. */
  static String channel(String host) {
    return Objects.requireNonNullElse(LISTED.find(host), REFERRAL);
  }

  /** Whether a list names it. */
  static boolean isKnown(String host) {
    return LISTED.find(host) != null;
  }

  /** Looks for the host itself, then for what it begins with, then for each domain above it. */
  private @Nullable String find(String host) {
    var country = country(host);
    var itself = at(sites, host, host, country);
    if (itself != null) {
      return itself;
    }
    var dot = host.indexOf('.');
    if (dot > 0 && dot < country && beginnings.containsKey(host.substring(0, dot))) {
      return beginnings.get(host.substring(0, dot));
    }
    for (; dot >= 0; dot = host.indexOf('.', dot + 1)) {
      var domain = host.substring(dot + 1);
      var found = at(below, domain, host, country);
      found = found == null ? at(sites, domain, host, country) : found;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String at(
      Map<String, String> map, String domain, String host, int country) {
    var found = map.get(domain);
    var begin = host.length() - domain.length();
    return found != null || begin >= country
        ? found
        : map.get(host.substring(begin, country) + ".*");
  }

  /** Where the dot is that the country or kind begins with: {@code .com}, {@code .co.uk}. */
  private static int country(String host) {
    var last = host.lastIndexOf('.');
    var before = host.lastIndexOf('.', last - 1);
    var isSecond =
        before > 0
            && host.length() - last == 3
            && SECOND_LEVEL.contains(host.substring(before + 1, last));
    return isSecond ? before : last;
  }

  private static Referrers read() {
    var referrers = new Referrers();
    for (var name : new String[] {"referrers.txt", "referrers-own.txt"}) {
      WordFile.lines(Referrers.class, name).forEach(referrers::add);
    }
    return referrers;
  }

  private void add(String line) {
    var words = line.split(" ");
    for (var i = 1; i < words.length; i++) {
      var domain = words[i];
      if (domain.startsWith("*.")) {
        below.put(domain.substring(2), words[0]);
      } else if (domain.endsWith(".**")) {
        beginnings.put(domain.substring(0, domain.length() - 3), words[0]);
      } else {
        sites.put(domain, words[0]);
      }
    }
  }
}
