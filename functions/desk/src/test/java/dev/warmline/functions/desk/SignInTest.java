package dev.warmline.functions.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpServer;
import dev.warmline.aws.secret.DeskSecret.Keys;
import dev.warmline.functions.desk.token.Issuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing in with an issuer that checks what it is sent as a strict one does. */
class SignInTest {
  private final HttpServer server;
  private final Issuer issuer;
  private final Desk desk;
  private final Browser browser;

  /** What the desk asked for a token with, newest last. */
  private final List<Map<String, String>> asked = new ArrayList<>();

  private final List<String> authorizations = new ArrayList<>();
  private Optional<String> clientSecret = Optional.empty();
  private Map<String, String> question = Map.of();
  private String person = "kim@corp.example";
  private UnaryOperator<JWTClaimsSet.Builder> says = claims -> claims;

  SignInTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = new Issuer("http://127.0.0.1:" + server.getAddress().getPort() + "/corp", "warmline");
    page(
        "/corp/.well-known/openid-configuration",
        """
        {"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/authorize?tenant=1",
         "token_endpoint":"%1$s/token"}\
        """
            .formatted(issuer.name()));
    page("/corp/keys", TestIssuer.keys().toString());
    server.createContext(
        "/corp/token",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          authorizations.add(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          var answer = token(query(body));
          exchange.sendResponseHeaders(answer.isEmpty() ? 400 : 200, 0);
          try (var out = exchange.getResponseBody()) {
            out.write(answer.getBytes(UTF_8));
          }
        });
    server.start();
    desk = Desk.of(issuer, _ -> new Keys(Desk.KEYS.key(), clientSecret));
    browser = new Browser(desk);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whoSignsInIsWhereTheyWantedToBe() {
    desk.qualified("u-1");

    var in = signIn("/desk/leads/u-1");

    assertThat(in.status()).isEqualTo(302);
    assertThat(in.header("Location")).isEqualTo("/live/desk/leads/u-1");
    assertThat(browser.get("/desk/leads/u-1").html()).contains("Jo u-1", "Kim Lee");
    assertThat(question)
        .containsEntry("tenant", "1")
        .containsEntry("client_id", "warmline")
        .containsEntry("response_type", "code")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", "https://desk.example/live/desk/signed-in");
    assertThat(asked.getLast())
        .containsEntry("grant_type", "authorization_code")
        .containsEntry("code", "the-code")
        .containsEntry("redirect_uri", "https://desk.example/live/desk/signed-in");
    assertThat(challenge(asked.getLast().getOrDefault("code_verifier", "")))
        .isEqualTo(question.get("code_challenge"));
  }

  @Test
  void whoIsToBeSentElsewhereComesToTheQueue() {
    for (var wanted : List.of("https://evil.example", "//evil.example", "/desk/../evil")) {
      assertThat(signIn(wanted).header("Location")).as(wanted).isEqualTo("/live/desk/queue");
    }
  }

  @Test
  void theCookieOfASessionIsForThisHostAloneAndForNoScript() {
    var in = signIn("/desk/queue");

    assertThat(in.cookies())
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-warmline-session=")
                    .contains("; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure")
                    .contains("Max-Age=43200"))
        .anySatisfy(
            cookie ->
                assertThat(cookie).startsWith("__Host-warmline-sign-in=;").contains("Max-Age=0"));
  }

  @Test
  void aSessionThatSomebodyPlantedIsNotTheOneAfterSigningIn() {
    signIn("/desk/queue");
    var planted = browser.cookie("session");

    signIn("/desk/queue");

    assertThat(browser.cookie("session")).isNotEqualTo(planted);
  }

  @Test
  void whatComesBackToAnotherBrowserOrTwiceIsNotTaken() {
    var back = back("/desk/queue");

    assertThat(new Browser(desk).get(back).status()).isEqualTo(403);
    assertThat(browser.get(back.replace("state=", "state=x")).status()).isEqualTo(403);
    assertThat(browser.get(back).status()).isEqualTo(302);
    assertThat(browser.get(back).status()).isEqualTo(403);
  }

  @Test
  void whatComesBackAfterTenMinutesIsTooLate() {
    var back = back("/desk/queue");
    desk.clock.advance(Duration.ofMinutes(10));

    var late = browser.get(back);

    assertThat(late.status()).isEqualTo(403);
    assertThat(late.html()).contains("too long ago");
    assertThat(asked).isEmpty();
  }

  @Test
  void aTokenOfAnotherSignInIsNotTaken() {
    says = claims -> claims.claim("nonce", "another");

    assertThat(signIn("/desk/queue").html()).contains("the token is of another sign-in");
    assertThat(browser.cookie("session")).isEmpty();
  }

  @Test
  void anAddressThatIsNotVerifiedIsNobodys() {
    says = claims -> claims.claim("email_verified", false);

    assertThat(signIn("/desk/queue").html()).contains("no verified e-mail address");
  }

  @Test
  void anAnswerThatNamesAnotherIssuerIsNotTaken() {
    var back = back("/desk/queue");

    assertThat(browser.get(back + "&iss=https%3A%2F%2Fevil.example").status()).isEqualTo(403);
    assertThat(asked).isEmpty();
  }

  @Test
  void whoTheTeamDoesNotKnowIsToldSoAndMayBeSomebodyElse() {
    person = "eve@corp.example";
    signIn("/desk/queue");

    var page = browser.get("/desk/queue");

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.html()).contains("eve@corp.example", "Sign in as somebody else");
  }

  @Test
  void aDeskWithASecretAtTheIssuerShowsIt() {
    clientSecret = Optional.of("s3:cret");

    signIn("/desk/queue");

    assertThat(authorizations)
        .containsExactly(
            "Basic " + Base64.getEncoder().encodeToString("warmline:s3%3Acret".getBytes(UTF_8)));
  }

  private Browser.Shown signIn(String to) {
    return browser.get(back(to));
  }

  /** What the issuer sends the browser back to. */
  private String back(String to) {
    var sent = browser.get("/desk/sign-in?to=" + to.replace("/", "%2F"));
    question = query(URI.create(sent.header("Location")).getRawQuery());
    return "/desk/signed-in?code=the-code&state=" + question.get("state");
  }

  private String token(Map<String, String> request) {
    asked.add(request);
    var isProven =
        challenge(request.getOrDefault("code_verifier", "")).equals(question.get("code_challenge"));
    if (!isProven || !"the-code".equals(request.get("code"))) {
      return "";
    }
    var claims =
        TestIssuer.claims(person, desk.clock.instant())
            .issuer(issuer.name())
            .claim("nonce", question.get("nonce"));
    return "{\"id_token\":\"%s\"}".formatted(TestIssuer.signed(says.apply(claims)));
  }

  private void page(String path, String text) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var out = exchange.getResponseBody()) {
            out.write(text.getBytes(UTF_8));
          }
        });
  }

  private static String challenge(String verifier) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> query(String text) {
    var fields = new HashMap<String, String>();
    for (var pair : text.split("&")) {
      var parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    return fields;
  }
}
