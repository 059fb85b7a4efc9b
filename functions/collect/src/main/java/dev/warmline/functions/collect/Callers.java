package dev.warmline.functions.collect;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.ingest.Caller;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who sent a request, read from its headers and its query. */
final class Callers {
  private Callers() {}

  /** The sender of this request. */
  static Caller of(ApiRequest request) {
    return new Caller(
        SentWriteKeys.of(request),
        Origins.of(request),
        request.header("user-agent"),
        Optional.of("prefetched").filter(_ -> isPrefetch(request)));
  }

  /** Browsers say it in one of four headers, some with more after the word. */
  private static boolean isPrefetch(ApiRequest request) {
    return Stream.of("sec-purpose", "purpose", "x-purpose", "x-moz")
        .map(request::header)
        .flatMap(Optional::stream)
        .map(value -> value.toLowerCase(Locale.ROOT))
        .anyMatch(value -> value.contains("prefetch") || value.contains("preview"));
  }
}
