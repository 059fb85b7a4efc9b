package dev.warmline.functions.desk.session;

import dev.warmline.aws.api.ApiRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The cookies of one browser: no script reads them, no other site sends them along with a form, and
 * none goes over a line that others can read. Only on one machine, where there is no line, are they
 * taken over http.
 */
record Cookies(ApiRequest request) {
  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

  /** The value of the cookie of this name. */
  Optional<String> find(String name) {
    var wanted = named(name) + "=";
    return request.headers().getOrDefault("cookie", List.of()).stream()
        .flatMap(header -> List.of(header.split(";")).stream())
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(wanted))
        .map(cookie -> cookie.substring(wanted.length()))
        .findFirst();
  }

  /** What sets a cookie for so long. */
  String set(String name, String value, Duration time) {
    return named(name)
        + "="
        + value
        + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
        + time.toSeconds()
        + (isOnOneMachine() ? "" : "; Secure");
  }

  /** What takes a cookie away. */
  String clear(String name) {
    return set(name, "", Duration.ZERO);
  }

  /** A browser takes a name with the prefix from nobody but this host itself, over https. */
  private String named(String name) {
    return (isOnOneMachine() ? "" : "__Host-") + "warmline-" + name;
  }

  private boolean isOnOneMachine() {
    var host = request.host().toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", "");
    return request.scheme().equals("http") && HERE.contains(host);
  }
}
