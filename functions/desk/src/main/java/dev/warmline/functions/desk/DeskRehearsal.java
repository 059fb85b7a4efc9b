package dev.warmline.functions.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import dev.warmline.aws.publish.SlackHosts;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.aws.secret.DeskSecret.Keys;
import dev.warmline.event.EmailAddress;
import dev.warmline.functions.desk.session.Sessions;
import dev.warmline.functions.desk.slack.SlackApp;
import dev.warmline.functions.desk.slack.SlackSignature;
import dev.warmline.functions.desk.token.BearerTokens;
import dev.warmline.functions.desk.token.Issuer;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * What the desk does before its first request: with an issuer and a Slack of its own, whose keys
 * nobody else knows and which no desk believes.
 */
final class DeskRehearsal {
  private static final Issuer ISSUER = new Issuer("https://rehearsal.example", "rehearsal");

  private static final Keys KEYS =
      new Keys("rehearsed-by-nobody-who-ever-signs-in", Optional.empty());

  /** By this nobody's presses are signed. */
  private static final String SECRET = "rehearsal";

  private static final SlackHosts NOWHERE = new SlackHosts("https", List.of(), List.of());
  private static final String FORM =
      "payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%7B%22id%22%3A%22U0%22%7D%2C"
          + "%22actions%22%3A%5B%7B%22action_id%22%3A%22accepted%22%2C"
          + "%22block_id%22%3A%22l-rehearsal.1%22%7D%5D%7D";

  private DeskRehearsal() {}

  static Rehearsal of(TableNames names) {
    return tables -> {
      var key = key();
      var tokens = new BearerTokens(ISSUER, new ImmutableJWKSet<>(new JWKSet(key)));
      CannedDesk.to(
              database -> {
                var stores = new Stores(database, names);
                var desk = DeskEnvironment.desk(stores, ISSUER, tokens, _ -> KEYS);
                var nothing = Journal.ofNothing();
                var app = new SlackApp(_ -> SECRET, _ -> SECRET, NOWHERE);
                var slack = DeskEnvironment.slack(stores, app, nothing);
                Rehearsal.Handling all =
                    new DeskHandler(desk.with(slack), nothing, Rehearsal.CLOCK)::handle;
                all.handle(new ByteArrayInputStream(press().getBytes(UTF_8)));
                return all;
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

  private static String press() {
    var timestamp = Long.toString(Rehearsal.NOW.getEpochSecond());
    var signature = SlackSignature.of(timestamp, FORM.getBytes(UTF_8), SECRET);
    return """
    {"httpMethod":"POST","path":"/slack/actions","resource":"/{proxy+}","isBase64Encoded":false,\
    "multiValueHeaders":{"X-Slack-Request-Timestamp":["%1$s"],"X-Slack-Signature":["%2$s"]},\
    "pathParameters":{"proxy":"slack/actions"},"queryStringParameters":null,\
    "requestContext":{"path":"/live/slack/actions","stage":"live","domainName":"example.com"},\
    "body":"%3$s"}\
    """
        .formatted(timestamp, signature, FORM);
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
