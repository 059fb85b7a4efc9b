package dev.warmline.functions.desk.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.warmline.event.EmailAddress;
import dev.warmline.event.StoreUnavailable;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says whose a bearer token is. Only what an issuer has signed for this desk is believed. */
public final class BearerTokens {
  /** Longer ones are no token of an issuer, and are not looked at. */
  private static final int LONGEST = 8_192;

  /** Keys that only the issuer has; never a shared secret, never none. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);

  /** How far two clocks may be apart. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private static final String FOREIGN = "this is no token that the issuer signed for this desk";

  private final Issuer issuer;
  private final DefaultJWTProcessor<SecurityContext> signatures;

  /** Whether the issuer's keys were ever had. */
  private volatile boolean hasKeys;

  /** Tokens of this issuer, signed by these keys. */
  public BearerTokens(Issuer issuer, JWKSource<SecurityContext> keys) {
    this.issuer = issuer;
    this.signatures = new DefaultJWTProcessor<>();
    signatures.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, noting(keys)));
    signatures.setJWTClaimsSetVerifier((claims, context) -> {}); // by the clock of the desk, below
  }

  /** Whose a token is, or why it is nobody's. */
  public sealed interface Read {

    /**
     * It is of whoever has this address.
     *
     * @param nonce which sign-in it was made for, if it says so
     */
    record Of(EmailAddress email, Optional<String> nonce) implements Read {}

    /** It is not taken; the words tell its owner what to do, and a forger nothing. */
    record Refused(String why) implements Read {}
  }

  /**
   * Reads a token.
   *
   * @throws StoreUnavailable if the issuer's keys cannot be had
   */
  public Read read(String token, Instant now) {
    if (token.length() > LONGEST) {
      return new Read.Refused(FOREIGN);
    }
    try {
      return judged(signatures.process(SignedJWT.parse(token), null), now);
    } catch (ParseException | BadJOSEException | IllegalArgumentException e) {
      return new Read.Refused(FOREIGN);
    } catch (RateLimitReachedException e) {
      if (hasKeys) {
        return new Read.Refused(FOREIGN); // it names a key that was looked for just now
      }
      throw new StoreUnavailable("read the issuer's keys", e);
    } catch (JOSEException e) {
      throw new StoreUnavailable("read the issuer's keys", e);
    }
  }

  private JWKSource<SecurityContext> noting(JWKSource<SecurityContext> keys) {
    return (selector, context) -> {
      var found = keys.get(selector, context);
      hasKeys = true;
      return found;
    };
  }

  private Read judged(JWTClaimsSet claims, Instant now) throws ParseException {
    if (!issuer.name().equals(claims.getIssuer())
        || !claims.getAudience().contains(issuer.audience())
        || isOfAnotherKind(claims)) {
      return new Read.Refused(FOREIGN);
    }
    if (isOver(claims.getExpirationTime(), now) || isAhead(claims.getNotBeforeTime(), now)) {
      return new Read.Refused("the token has expired, or does not hold yet");
    }
    var nonce = Optional.ofNullable(claims.getStringClaim("nonce"));
    return email(claims)
        .<Read>map(email -> new Read.Of(email, nonce))
        .orElseGet(() -> new Read.Refused("the token names no verified e-mail address"));
  }

  /**
   * Tokens for other ends: of a sign-out or another event, bound to a key that whoever sends it
   * would have to show, or of a kind that says of itself that it names nobody.
   */
  private static boolean isOfAnotherKind(JWTClaimsSet claims) throws ParseException {
    var use = claims.getStringClaim("token_use");
    return claims.getClaim("events") != null
        || claims.getClaim("cnf") != null
        || (use != null && !use.equals("id"));
  }

  private static boolean isOver(@Nullable Date expires, Instant now) {
    return expires == null || !now.isBefore(expires.toInstant().plus(SKEW));
  }

  private static boolean isAhead(@Nullable Date from, Instant now) {
    return from != null && now.isBefore(from.toInstant().minus(SKEW));
  }

  /** Some issuers say yes and no as texts. */
  private static Optional<EmailAddress> email(JWTClaimsSet claims) throws ParseException {
    var isVerified = "true".equals(String.valueOf(claims.getClaim("email_verified")));
    return Optional.ofNullable(claims.getStringClaim("email"))
        .filter(_ -> isVerified)
        .flatMap(EmailAddress::parse);
  }
}
