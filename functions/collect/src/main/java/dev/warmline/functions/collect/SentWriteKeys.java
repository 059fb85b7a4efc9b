package dev.warmline.functions.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.aws.api.ApiRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The write keys around a body: the user of Basic authorization, Jitsu's header, and the query. */
final class SentWriteKeys {
  private static final String BASIC = "basic ";

  private SentWriteKeys() {}

  /** The write keys of a request outside of its body, the likeliest first. */
  static List<String> of(ApiRequest request) {
    return Stream.of(
            request.header("authorization").flatMap(SentWriteKeys::basicUser),
            request.header("x-write-key"),
            request.query("writeKey"))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The user of {@code Basic base64(user:password)}, or empty. */
  static Optional<String> basicUser(String authorization) {
    if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Optional.empty();
    }
    return LenientBase64.decode(authorization.substring(BASIC.length()).strip())
        .map(bytes -> new String(bytes, UTF_8))
        .map(credentials -> credentials.split(":", 2)[0])
        .filter(user -> !user.isBlank());
  }
}
