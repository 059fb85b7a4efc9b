package dev.warmline.aws.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request as API Gateway's REST proxy integration hands it over.
 *
 * <p>It is routed on {@link #path()}, which never has the stage or a custom domain's base path in
 * front; {@link #prefix()} has what stood there, so that addresses can be built that lead back.
 *
 * @param method upper case
 * @param path starts with one slash, ends with none, has no doubled ones; {@code /} for the root
 * @param prefix for example {@code /prod}, or empty
 * @param headers by lower-case name
 * @param query decoded, by name as sent
 * @param domain the host name API Gateway was called by, or empty
 * @param text the body as it stands in the event
 * @param isBase64 whether {@code text} is base64 of the body
 */
public record ApiRequest(
    String method,
    String path,
    String prefix,
    Map<String, List<String>> headers,
    Map<String, List<String>> query,
    String domain,
    String text,
    boolean isBase64) {

  public ApiRequest {
    headers = Map.copyOf(headers);
    query = Map.copyOf(query);
  }

  /**
   * Reads a proxy event.
   *
   * @throws IOException if it is no JSON object
   */
  public static ApiRequest read(InputStream event) throws IOException {
    return ApiEventReader.read(event);
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String lowerCaseName) {
    return first(headers, lowerCaseName);
  }

  /** The first value of a query parameter. */
  public Optional<String> query(String name) {
    return first(query, name);
  }

  /** The bytes of the body; the text itself if it claims to be base64 and is not. */
  public byte[] body() {
    if (isBase64) {
      try {
        return Base64.getMimeDecoder().decode(text);
      } catch (IllegalArgumentException e) {
        return text.getBytes(UTF_8);
      }
    }
    return text.getBytes(UTF_8);
  }

  /** The host with its port where the caller named one, for addresses that lead back here. */
  public String host() {
    var named = header("host").orElse(domain);
    return domain.isEmpty() || named.equals(domain) || named.startsWith(domain + ":")
        ? named
        : domain;
  }

  /** {@code https}, unless the request is known to have come over http or stayed on one machine. */
  public String scheme() {
    return header("x-forwarded-proto")
        .map(proto -> proto.equalsIgnoreCase("http") ? "http" : "https")
        .orElseGet(() -> isLoopback(host()) ? "http" : "https");
  }

  private static boolean isLoopback(String host) {
    return host.startsWith("127.") || host.startsWith("localhost") || host.startsWith("[::1]");
  }

  private static Optional<String> first(Map<String, List<String>> values, String name) {
    return values.getOrDefault(name, List.of()).stream().findFirst();
  }
}
