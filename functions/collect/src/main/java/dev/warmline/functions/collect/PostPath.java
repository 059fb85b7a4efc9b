package dev.warmline.functions.collect;

import dev.warmline.event.EventType;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that Segment's, RudderStack's and Jitsu's clients post to, and what each is for.
 */
enum PostPath {
  IDENTIFY(Optional.of(EventType.IDENTIFY), "/v1/i|/(?:v1|api/s)/identify"),
  TRACK(Optional.of(EventType.TRACK), "/v1/t|/(?:v1|api/s)/track"),
  PAGE(Optional.of(EventType.PAGE), "/v1/p|/(?:v1|api/s)/page"),
  SCREEN(Optional.of(EventType.SCREEN), "/v1/s|/(?:v1|api/s)/screen"),
  GROUP(Optional.of(EventType.GROUP), "/v1/g|/(?:v1|api/s)/group"),
  ALIAS(Optional.of(EventType.ALIAS), "/v1/a|/(?:v1|api/s)/alias"),
  BATCH(Optional.empty(), "/v1/(batch|b|import)|/beacon/v1/batch");

  private final Optional<EventType> type;
  private final Pattern path;

  PostPath(Optional<EventType> type, String path) {
    this.type = type;
    this.path = Pattern.compile(path);
  }

  /** The type of every event that comes this way; empty for batches. */
  Optional<EventType> type() {
    return type;
  }

  /** The row with this path, or empty. */
  static Optional<PostPath> at(String path) {
    return Arrays.stream(values()).filter(row -> row.path.matcher(path).matches()).findFirst();
  }
}
