package dev.warmline.functions.collect;

import dev.warmline.event.EventType;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The addresses that Segment's and RudderStack's clients post to, and what each is for. */
enum PostPath {
  IDENTIFY(Optional.of(EventType.IDENTIFY), "/v1/(identify|i)"),
  TRACK(Optional.of(EventType.TRACK), "/v1/(track|t)"),
  PAGE(Optional.of(EventType.PAGE), "/v1/(page|p)"),
  SCREEN(Optional.of(EventType.SCREEN), "/v1/(screen|s)"),
  GROUP(Optional.of(EventType.GROUP), "/v1/(group|g)"),
  ALIAS(Optional.of(EventType.ALIAS), "/v1/(alias|a)"),
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
