package dev.warmline.functions.desk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.priming.CannedDesk;
import dev.warmline.aws.priming.Rehearsal;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.aws.secret.DeskSecret.Keys;
import dev.warmline.event.EmailAddress;
import dev.warmline.functions.desk.session.Sessions;
import dev.warmline.functions.desk.token.BearerTokens;
import dev.warmline.functions.desk.token.Issuer;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;

/**
 * What the desk does before its first request: with an issuer of its own, whose key nobody else
 * knows and which no desk believes.
 */
final class DeskRehearsal {
  private static final Issuer ISSUER = new Issuer("https://rehearsal.example", "rehearsal");

  private static final Keys KEYS =
      new Keys("rehearsed-by-nobody-who-ever-signs-in", Optional.empty());

  private DeskRehearsal() {}

  static Rehearsal of(TableNames names) {
    return tables -> {
      var key = key();
      var tokens = new BearerTokens(ISSUER, new ImmutableJWKSet<>(new JWKSet(key)));
      CannedDesk.to(
              database -> {
                var stores = new Stores(database, names);
                var desk = DeskEnvironment.desk(stores, ISSUER, tokens, _ -> KEYS);
                return new DeskHandler(desk, Journal.ofNothing(), Rehearsal.CLOCK)::handle;
              },
              names,
              token(key),
              session())
          .run(tables);
    };
  }

  private static String session() {
    var email = EmailAddress.parse(CannedDesk.EMAIL).orElseThrow();
    return new Sessions(_ -> KEYS).begun(email, Rehearsal.NOW);
  }

  private static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("rehearsal").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String token(ECKey key) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER.name())
            .audience(ISSUER.audience())
            .claim("email", CannedDesk.EMAIL)
            .claim("email_verified", true)
            .expirationTime(Date.from(Rehearsal.NOW.plus(Duration.ofHours(1))))
            .build();
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("rehearsal").build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
