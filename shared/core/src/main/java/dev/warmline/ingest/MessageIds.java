package dev.warmline.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Digest;
import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.event.InvalidEvent;
import dev.warmline.event.Json;
import java.util.List;

/**
 * What counts once: the client's message id, or else a digest of what stays the same when it is
 * sent again. Without a timestamp the period of arrival is part of it, so that the same page seen
 * on another day is another event, and the id says so: who has a device may change within a period.
 */
final class MessageIds {
  private static final List<String> CHANGES_ON_RETRY =
      List.of("messageId", "sentAt", "receivedAt", "writeKey", "_metadata");

  private static final String DATED = "d-";

  private MessageIds() {}

  /**
   * The id of an event.
   *
   * @throws InvalidEvent if the client's is too long or no text
   */
  static String of(ObjectNode sent, EventType type, boolean hasTimestamp, Admitted admitted) {
    return SentFields.id(sent, "messageId", Event.MAX_ID_LENGTH)
        .orElseGet(() -> derived(sent, type, hasTimestamp, admitted));
  }

  private static String derived(
      ObjectNode sent, EventType type, boolean hasTimestamp, Admitted admitted) {
    var same = SentFields.merged(sent, sent).remove(CHANGES_ON_RETRY);
    var period = hasTimestamp ? "" : Long.toString(period(admitted));
    return (hasTimestamp ? DATED : Event.UNDATED)
        + Digest.of(
            String.join("\n", admitted.source().name(), type.word(), period, Json.write(same)));
  }

  private static long period(Admitted admitted) {
    var length = admitted.request().channel().sameWithin().toMillis();
    return Math.floorDiv(admitted.receivedAt().toEpochMilli(), length);
  }
}
