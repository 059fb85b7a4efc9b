package dev.warmline.functions.desk.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.warmline.event.Json;
import dev.warmline.event.StoreUnavailable;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The way by the issuer: there with a question, and back with a code that a token is given for. */
public final class CodeExchange {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 5_000;
  private static final int MOST_BYTES = 64 * 1024;
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private record Known(IssuerMetadata metadata, Instant until) {}

  private final Issuer issuer;
  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  /** With this issuer; nothing is fetched yet. */
  public CodeExchange(Issuer issuer) {
    this.issuer = issuer;
  }

  /** The issuer. */
  public Issuer issuer() {
    return issuer;
  }

  /**
   * The address at the issuer that asks this.
   *
   * @param question by name; who asks and for what kind of answer is added
   * @throws StoreUnavailable if the issuer does not answer
   */
  public String ask(Map<String, String> question, Instant now) {
    var all = new LinkedHashMap<String, String>();
    all.put("response_type", "code");
    all.put("client_id", issuer.audience());
    all.put("scope", "openid email profile");
    all.putAll(question);
    var address = metadata(now).authorization().orElseThrow(CodeExchange::noAddress).toString();
    return address + (address.contains("?") ? "&" : "?") + form(all);
  }

  /**
   * The ID token that a code is given for; empty if the issuer does not take the code.
   *
   * @param proof the code and what shows that it is for this desk
   * @throws StoreUnavailable if the issuer does not answer
   */
  public Optional<String> token(
      Map<String, String> proof, Optional<String> clientSecret, Instant now) {
    var metadata = metadata(now);
    var all = new LinkedHashMap<>(proof);
    all.put("grant_type", "authorization_code");
    all.put("client_id", issuer.audience());
    clientSecret
        .filter(_ -> metadata.takesPostedSecret())
        .ifPresent(it -> all.put("client_secret", it));
    var basic = clientSecret.filter(_ -> !metadata.takesPostedSecret()).map(this::basic);
    try {
      return answer(post(metadata.token().orElseThrow(CodeExchange::noAddress), form(all), basic));
    } catch (IOException e) {
      throw new StoreUnavailable("exchange a code with the issuer", e);
    }
  }

  private IssuerMetadata metadata(Instant now) {
    var before = known.get();
    if (before != null && now.isBefore(before.until())) {
      return before.metadata();
    }
    try {
      var fetched = IssuerKeys.http().retrieveResource(IssuerKeys.url(issuer.metadata()));
      var metadata = IssuerMetadata.read(issuer, fetched);
      known.set(new Known(metadata, now.plus(REMEMBERED)));
      return metadata;
    } catch (IOException e) {
      throw new StoreUnavailable("read the issuer's metadata", e);
    }
  }

  private static HttpURLConnection post(URI address, String body, Optional<String> basic)
      throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setInstanceFollowRedirects(false);
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
    connection.setRequestProperty("Accept", "application/json");
    basic.ifPresent(it -> connection.setRequestProperty("Authorization", it));
    connection.setDoOutput(true);
    try (var out = connection.getOutputStream()) {
      out.write(body.getBytes(UTF_8));
    }
    return connection;
  }

  /** A code that is not taken is the fault of whoever brought it; all else may pass. */
  private static Optional<String> answer(HttpURLConnection connection) throws IOException {
    var status = connection.getResponseCode();
    if (status >= 400 && status < 500) {
      return Optional.empty();
    }
    try (var in = connection.getInputStream()) {
      var json = Json.read(new String(in.readNBytes(MOST_BYTES), UTF_8));
      return Optional.ofNullable(json.path("id_token").textValue());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private String basic(String secret) {
    var pair = encode(issuer.audience()) + ":" + encode(secret);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static StoreUnavailable noAddress() {
    return new StoreUnavailable(
        "sign in", new IllegalStateException("the issuer's metadata name no address for it"));
  }
}
