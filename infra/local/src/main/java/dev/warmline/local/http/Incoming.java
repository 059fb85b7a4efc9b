package dev.warmline.local.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came over the wire.
 *
 * @param path percent-encoded, starting with a slash
 * @param query percent-encoded, without the question mark; empty if there is none
 * @param headers in their order, repeated ones several times, names as they were sent
 * @param address who sent it
 * @param scheme {@code http} or {@code https}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
public record Incoming(
    String method,
    String path,
    String query,
    List<Map.Entry<String, String>> headers,
    byte[] body,
    String address,
    String scheme) {

  /** The first header of this name, in any case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The first query parameter of this name, decoded; empty if it is absent. */
  public Optional<String> parameter(String name) {
    return QueryString.decode(query).stream()
        .filter(pair -> pair.getKey().equals(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
