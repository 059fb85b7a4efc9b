package dev.warmline.functions.desk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.warmline.functions.desk.token.Issuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/** Signs tokens as an issuer does, and as a forger does. */
final class TestIssuer {
  static final Issuer ISSUER = new Issuer("https://sign-in.corp.example", "warmline");
  static final RSAKey KEY = key("k-1");
  static final RSAKey OTHERS_KEY = key("k-1");

  private TestIssuer() {}

  static JWKSet keys() {
    return new JWKSet(KEY.toPublicJWK());
  }

  /** What the issuer says of whoever has this address, for an hour from then on. */
  static JWTClaimsSet.Builder claims(String email, Instant now) {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER.name())
        .audience(ISSUER.audience())
        .subject("s-1")
        .claim("email", email)
        .claim("email_verified", true)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofHours(1))));
  }

  static String token(String email, Instant now) {
    return signed(claims(email, now));
  }

  static String signed(JWTClaimsSet.Builder claims) {
    return signed(claims, header -> header, KEY);
  }

  static String signed(
      JWTClaimsSet.Builder claims, UnaryOperator<JWSHeader.Builder> header, RSAKey key) {
    try {
      var plain = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k-1").type(JOSEObjectType.JWT);
      return signed(claims, header.apply(plain).build(), new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With the public key as if it were a shared secret: some libraries fell for that. */
  static String signedByThePublicKey(JWTClaimsSet.Builder claims) {
    try {
      var secret =
          KEY.toPublicJWK().toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
      var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k-1").build();
      return signed(claims, header, new MACSigner(secret));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static String unsigned(JWTClaimsSet.Builder claims) {
    return new PlainJWT(claims.build()).serialize();
  }

  private static String signed(JWTClaimsSet.Builder claims, JWSHeader header, JWSSigner signer)
      throws JOSEException {
    var token = new SignedJWT(header, claims.build());
    token.sign(signer);
    return token.serialize();
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
