package dev.warmline.functions.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.functions.desk.token.BearerTokens;
import dev.warmline.functions.desk.token.BearerTokens.Read;
import dev.warmline.functions.desk.token.Issuer;
import dev.warmline.functions.desk.token.IssuerKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys come from where the issuer says that they are, over HTTP. */
class IssuerKeysTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final Map<String, String> pages = new HashMap<>();
  private final AtomicInteger fetched = new AtomicInteger();
  private final AtomicInteger failing = new AtomicInteger();
  private final HttpServer server;
  private final Issuer issuer;

  IssuerKeysTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          fetched.incrementAndGet();
          var page = pages.getOrDefault(exchange.getRequestURI().getPath(), "");
          var fails = page.isEmpty() || failing.getAndDecrement() > 0;
          exchange.sendResponseHeaders(fails ? 404 : 200, 0);
          try (var out = exchange.getResponseBody()) {
            out.write(page.getBytes(UTF_8));
          }
        });
    server.start();
    issuer = new Issuer("http://127.0.0.1:" + server.getAddress().getPort() + "/corp", "warmline");
    pages.put(
        "/corp/.well-known/openid-configuration",
        "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\"}".formatted(issuer.name()));
    pages.put("/corp/keys", TestIssuer.keys().toString());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theyAreFetchedOnceAndRemembered() {
    var tokens = tokens();

    for (var i = 0; i < 5; i++) {
      assertThat(tokens.read(token(), NOW)).isInstanceOf(Read.Of.class);
    }

    assertThat(fetched).hasValue(2);
  }

  @Test
  void manyForgedTokensFetchThemNoMoreThanTwice() {
    var tokens = tokens();
    var forged =
        TestIssuer.signed(
            TestIssuer.claims("kim@corp.example", NOW).issuer(issuer.name()),
            header -> header.keyID("unknown"),
            TestIssuer.OTHERS_KEY);

    for (var i = 0; i < 50; i++) {
      assertThat(tokens.read(forged, NOW)).isInstanceOf(Read.Refused.class);
    }

    assertThat(fetched.get()).isLessThanOrEqualTo(4);
    assertThat(tokens.read(token(), NOW)).isInstanceOf(Read.Of.class);
  }

  @Test
  void anIssuerThatDoesNotAnswerIsTroubleThatMayPass() {
    pages.remove("/corp/keys");
    var tokens = tokens();

    for (var i = 0; i < 5; i++) {
      assertThatThrownBy(() -> tokens.read(token(), NOW)).isInstanceOf(StoreUnavailable.class);
    }
  }

  @Test
  void whatFailsOnceIsFetchedAgain() {
    failing.set(1);

    assertThat(tokens().read(token(), NOW)).isInstanceOf(Read.Of.class);
  }

  @Test
  void metadataOfAnotherIssuerAreNotBelieved() {
    pages.put(
        "/corp/.well-known/openid-configuration",
        "{\"issuer\":\"https://elsewhere.example\",\"jwks_uri\":\"%s/keys\"}"
            .formatted(issuer.name()));
    var tokens = tokens();

    assertThatThrownBy(() -> tokens.read(token(), NOW)).isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void anEndlessDocumentIsNotReadToItsEnd() {
    pages.put("/corp/keys", "{\"keys\":[],\"more\":\"" + "x".repeat(1_000_000) + "\"}");
    var tokens = tokens();

    assertThatThrownBy(() -> tokens.read(token(), NOW)).isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void anIssuerIsAnHttpsAddressOrOneOfThisMachine() {
    assertThat(issuer.objection()).isEmpty();
    assertThat(new Issuer("https://corp.example", "a").objection()).isEmpty();
    assertThat(new Issuer("http://corp.example", "a").objection()).isPresent();
    assertThat(new Issuer("corp.example", "a").objection()).isPresent();
    assertThat(new Issuer("https://corp.example/#x", "a").objection()).isPresent();
    assertThat(new Issuer("https://corp example", "a").objection()).isPresent();
  }

  private BearerTokens tokens() {
    return new BearerTokens(issuer, IssuerKeys.of(issuer));
  }

  private String token() {
    return TestIssuer.signed(TestIssuer.claims("kim@corp.example", NOW).issuer(issuer.name()));
  }
}
