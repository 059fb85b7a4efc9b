package dev.warmline.functions.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.EmailAddress;
import dev.warmline.functions.desk.session.Sessions;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser before the desk: it keeps cookies, fills in forms, and says where it came from. */
final class Browser {
  static final String SITE = "https://desk.example";

  private static final Pattern FORM =
      Pattern.compile("<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

  private final Desk desk;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  Browser(Desk desk) {
    this.desk = desk;
  }

  /** One in which somebody has signed in. */
  static Browser of(Desk desk, String person) {
    var browser = new Browser(desk);
    var email = EmailAddress.parse(person + "@corp.example").orElseThrow();
    var session = new Sessions(_ -> Desk.KEYS).begun(email, desk.clock.instant());
    browser.cookies.put("__Host-warmline-session", session);
    return browser;
  }

  /** What a page answered. */
  record Shown(int status, JsonNode headers, List<String> cookies, String html) {
    String header(String name) {
      return headers.path(name).asText();
    }

    /** The form whose text has these words. */
    Filled form(String words) {
      var forms = FORM.matcher(html);
      while (forms.find()) {
        if (forms.group(2).contains(words)) {
          return new Filled(forms.group(1), hidden(forms.group(2)));
        }
      }
      throw new AssertionError("no form has " + words + ":\n" + html);
    }

    private static Map<String, String> hidden(String form) {
      var fields = new LinkedHashMap<String, String>();
      for (Matcher field = HIDDEN.matcher(form); field.find(); ) {
        fields.put(field.group(1), field.group(2).replace("&amp;", "&").replace("&#34;", "\""));
      }
      return fields;
    }
  }

  /** A form, to be sent. */
  record Filled(String action, Map<String, String> fields) {
    Filled with(String name, String value) {
      var all = new LinkedHashMap<>(fields);
      all.put(name, value);
      return new Filled(action, all);
    }

    String body() {
      return fields.entrySet().stream()
          .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
          .collect(Collectors.joining("&"));
    }
  }

  Shown get(String url) {
    return call("GET", url, "");
  }

  Shown send(Filled form) {
    return send(form, SITE);
  }

  /** As if it stood on a page of that site. */
  Shown send(Filled form, String origin) {
    return call("POST", form.action().replaceFirst("^/live", ""), form.body(), "Origin", origin);
  }

  Shown call(String method, String url, String body, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Host", "desk.example", "X-Forwarded-Proto", "https"));
    if (!cookies.isEmpty()) {
      all.add("Cookie");
      all.add(
          cookies.entrySet().stream()
              .map(it -> it.getKey() + "=" + it.getValue())
              .collect(Collectors.joining("; ")));
    }
    var answer = desk.raw(method, url, body, all.toArray(String[]::new));
    var set = new ArrayList<String>();
    answer.path("multiValueHeaders").path("Set-Cookie").forEach(it -> set.add(it.asText()));
    set.forEach(this::keep);
    return new Shown(
        answer.path("statusCode").asInt(),
        answer.path("headers"),
        List.copyOf(set),
        answer.path("body").asText());
  }

  private void keep(String cookie) {
    var pair = cookie.split(";", 2)[0].split("=", 2);
    if (cookie.contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  String cookie(String name) {
    return cookies.getOrDefault("__Host-warmline-" + name, "");
  }

  void put(String name, String value) {
    cookies.put("__Host-warmline-" + name, value);
  }

  void forget(String name) {
    cookies.remove("__Host-warmline-" + name);
  }
}
