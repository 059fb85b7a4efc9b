package dev.warmline.local;

import dev.warmline.event.EmailAddress;
import dev.warmline.functions.desk.token.Issuer;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;

/** A real issuer of OpenID Connect on a port of its own, which signs for whoever asks. */
final class DemoIssuer implements AutoCloseable {
  private static final String NAME = "corp";
  private static final String AUDIENCE = "warmline";
  private static final Duration VALID = Duration.ofHours(1);

  private final MockOAuth2Server server;

  private DemoIssuer(MockOAuth2Server server) {
    this.server = server;
  }

  /** Starts one on this machine. */
  static DemoIssuer start() {
    var server = new MockOAuth2Server();
    server.start(InetAddress.getLoopbackAddress(), 0);
    return new DemoIssuer(server);
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
  }
}
