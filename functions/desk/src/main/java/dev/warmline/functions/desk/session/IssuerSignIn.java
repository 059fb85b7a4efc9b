package dev.warmline.functions.desk.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.EmailAddress;
import dev.warmline.functions.desk.token.BearerTokens;
import dev.warmline.functions.desk.token.BearerTokens.Read;
import dev.warmline.functions.desk.token.CodeExchange;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Signs people in with the issuer: authorization code with PKCE. What must be known when they come
 * back is kept by their own browser, signed, for ten minutes.
 */
public final class IssuerSignIn {
  /** Where the issuer sends people back to. */
  public static final String BACK = "/desk/signed-in";

  private static final String NAME = "sign-in";
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final CodeExchange issuer;
  private final BearerTokens tokens;
  private final DeskKeys keys;
  private final Sessions sessions;

  /** With this issuer, whose tokens are read by those. */
  public IssuerSignIn(CodeExchange issuer, BearerTokens tokens, DeskKeys keys, Sessions sessions) {
    this.issuer = issuer;
    this.tokens = tokens;
    this.keys = keys;
    this.sessions = sessions;
  }

  /** What became of a sign-in. */
  public sealed interface Ended {

    /** They are in; the answer sends them on. */
    record SignedIn(ApiResponse answer) implements Ended {}

    /** They are not; the words say why. */
    record Failed(String why) implements Ended {}
  }

  /**
   * Sends somebody to the issuer.
   *
   * @param to where they want to go then
   * @param asOther whether they are to choose anew who they are
   */
  public ApiResponse begin(ApiRequest request, String to, boolean asOther, Instant now) {
    var begun = SigningIn.to(LocalPath.of(to), now.plus(LONGEST));
    var question = new LinkedHashMap<String, String>();
    question.put("redirect_uri", back(request));
    question.put("state", begun.state());
    question.put("nonce", begun.nonce());
    question.put("code_challenge", begun.challenge());
    question.put("code_challenge_method", "S256");
    if (asOther) {
      question.put("prompt", "select_account");
    }
    var cookie = seal(now).seal(NAME, begun.write());
    return ApiResponse.empty(302)
        .with("Location", issuer.ask(question, now))
        .withCookie(new Cookies(request).set(NAME, cookie, LONGEST));
  }

  /** Takes what somebody comes back with. */
  public Ended end(ApiRequest request, Instant now) {
    var begun =
        new Cookies(request)
            .find(NAME)
            .flatMap(cookie -> seal(now).open(NAME, cookie))
            .flatMap(SigningIn::read)
            .filter(it -> now.isBefore(it.until()));
    if (begun.filter(it -> isSame(it.state(), request.query("state").orElse(""))).isEmpty()) {
      return new Ended.Failed("it was begun too long ago, or in another window");
    }
    var isOurs = request.query("iss").map(issuer.issuer().name()::equals).orElse(true);
    var code = request.query("code").filter(_ -> isOurs);
    return code.isEmpty()
        ? new Ended.Failed("the issuer did not let you in")
        : end(request, begun.get(), code.get(), now);
  }

  private Ended end(ApiRequest request, SigningIn begun, String code, Instant now) {
    var proof =
        Map.of("code", code, "redirect_uri", back(request), "code_verifier", begun.verifier());
    return issuer
        .token(proof, keys.at(now).clientSecret(), now)
        .map(token -> read(request, begun, token, now))
        .orElseGet(() -> new Ended.Failed("the issuer does not know this sign-in"));
  }

  private Ended read(ApiRequest request, SigningIn begun, String token, Instant now) {
    return switch (tokens.read(token, now)) {
      case Read.Of(EmailAddress email, Optional<String> nonce)
          when isSame(begun.nonce(), nonce.orElse("")) ->
          new Ended.SignedIn(signedIn(request, begun, email, now));
      case Read.Of _ -> new Ended.Failed("the token is of another sign-in");
      case Read.Refused(var why) -> new Ended.Failed(why);
    };
  }

  private ApiResponse signedIn(
      ApiRequest request, SigningIn begun, EmailAddress email, Instant now) {
    var on = ApiResponse.empty(302).with("Location", request.prefix() + LocalPath.of(begun.to()));
    return sessions.begin(request, on, email, now).withCookie(new Cookies(request).clear(NAME));
  }

  private static String back(ApiRequest request) {
    return request.scheme() + "://" + request.host() + request.prefix() + BACK;
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  private Seal seal(Instant now) {
    return new Seal(keys.at(now).key());
  }
}
