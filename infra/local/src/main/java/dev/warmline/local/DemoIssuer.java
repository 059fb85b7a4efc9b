package dev.warmline.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.event.EmailAddress;
import dev.warmline.functions.desk.token.Issuer;
import dev.warmline.team.Team;
import dev.warmline.team.TeamMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/**
 * A real issuer of OpenID Connect on a port of its own, which signs for whoever asks: its sign-in
 * is a page with a button for everybody of the team.
 */
final class DemoIssuer implements AutoCloseable {
  private static final String NAME = "corp";
  private static final String AUDIENCE = "warmline";
  private static final Duration VALID = Duration.ofHours(1);

  private final MockOAuth2Server server;
  private final Path page;

  private DemoIssuer(MockOAuth2Server server, Path page) {
    this.server = server;
    this.page = page;
  }

  /** Starts one on this machine, whose tokens hold by this clock. */
  static DemoIssuer start(InstantSource clock) {
    try {
      var page = Files.createTempFile("warmline-sign-in", ".html");
      var server =
          new MockOAuth2Server(
              new OAuth2Config(
                  true,
                  page.toString(),
                  null,
                  false,
                  new OAuth2Config().getTokenProvider(),
                  Set.of(new ByClock(clock))));
      server.start(InetAddress.getLoopbackAddress(), 0);
      return new DemoIssuer(server, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tokens hold for a time from then on that it is on this stack, which may be ahead. */
  private static final class ByClock extends DefaultOAuth2TokenCallback {
    private final InstantSource clock;

    ByClock(InstantSource clock) {
      super(NAME);
      this.clock = clock;
    }

    @Override
    public long tokenExpiry() {
      return Duration.between(Instant.now(), clock.instant()).plus(VALID).toSeconds();
    }
  }

  /** Lets these people sign in with a click. */
  void offer(Team team) {
    var buttons =
        team.people().values().stream().map(DemoIssuer::button).collect(Collectors.joining());
    try (var form = DemoIssuer.class.getResourceAsStream("sign-in.html")) {
      var text = new String(Objects.requireNonNull(form).readAllBytes(), UTF_8);
      Files.writeString(page, text.replace("{{people}}", buttons));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String button(TeamMember person) {
    var claims = JsonNodeFactory.instance.objectNode().put("email", person.email().toString());
    claims.put("email_verified", true).put("name", person.name());
    return """
    <form method="post"><input type="hidden" name="username" value="%s">\
    <input type="hidden" name="claims" value="%s">\
    <button>%s <span>%s</span></button></form>
    """
        .formatted(
            escaped(person.email().toString()),
            escaped(claims.toString()),
            escaped(person.name()),
            person.role().word());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Whom the desk believes. */
  Issuer issuer() {
    return new Issuer(server.issuerUrl(NAME).toString(), AUDIENCE);
  }

  /** A token of whoever has this address, for an hour from then on. */
  String token(EmailAddress email, String name, Instant now) {
    Map<String, Object> claims =
        Map.of(
            "email", email.toString(),
            "email_verified", true,
            "name", name,
            "iat", Date.from(now),
            "nbf", Date.from(now),
            "exp", Date.from(now.plus(VALID)));
    return server
        .issueToken(NAME, email.toString(), AUDIENCE, claims, VALID.toSeconds())
        .serialize();
  }

  @Override
  public void close() {
    server.shutdown();
    page.toFile().delete();
  }
}
