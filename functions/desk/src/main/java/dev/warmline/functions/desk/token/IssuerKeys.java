package dev.warmline.functions.desk.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;

/**
 * The keys of an issuer, as its metadata say where they are. They are fetched when a token needs
 * them and remembered, and what fails is tried once more; an unknown key is looked for again twice
 * in half a minute at most, so that forged tokens make no storm, and while the issuer is away the
 * keys that are known hold on.
 */
public final class IssuerKeys {
  private static final int MOST_BYTES = 100 * 1024;
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(2);
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final Duration WAIT_FOR_ANOTHER = Duration.ofSeconds(6);
  private static final Duration AT_MOST_EVERY = Duration.ofSeconds(30);
  private static final Duration WITHOUT_ISSUER = Duration.ofHours(6);

  private IssuerKeys() {}

  /** The keys of this issuer; nothing is fetched yet. */
  public static JWKSource<SecurityContext> of(Issuer issuer) {
    var http = http();
    return JWKSourceBuilder.create(url(issuer.metadata()), found(issuer, http))
        .retrying(true)
        .refreshAheadCache(false)
        .cache(REMEMBERED.toMillis(), WAIT_FOR_ANOTHER.toMillis())
        .rateLimited(AT_MOST_EVERY.toMillis())
        .outageTolerant(WITHOUT_ISSUER.toMillis())
        .build();
  }

  /** Behind the address of the metadata stand the keys that they name. */
  private static ResourceRetriever found(Issuer issuer, ResourceRetriever http) {
    return metadata ->
        http.retrieveResource(
            url(IssuerMetadata.read(issuer, http.retrieveResource(metadata)).keys()));
  }

  /** Fetches what issuers publish, with an end to how long and how much. */
  static ResourceRetriever http() {
    return new DefaultResourceRetriever(millis(CONNECT), millis(READ), MOST_BYTES);
  }

  static URL url(URI address) {
    try {
      return address.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("no address: " + e.getMessage(), e);
    }
  }

  private static int millis(Duration time) {
    return Math.toIntExact(time.toMillis());
  }
}
