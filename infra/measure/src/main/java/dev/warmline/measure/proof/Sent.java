package dev.warmline.measure.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An event as a client sends it.
 *
 * @param writeKey the key of the source it is sent with
 */
record Sent(String writeKey, ObjectNode json) {
  String id() {
    return json.path("messageId").asText();
  }

  String type() {
    return json.path("type").asText();
  }

  /**
   * Some events in one request.
   *
   * @param path where it is posted
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
  record Request(String path, String writeKey, byte[] body, int events) {
    static Request single(Sent event) {
      return new Request("/v1/" + event.type(), event.writeKey(), bytes(event.json()), 1);
    }

    /** One batch; all its events have the same write key. */
    static Request batch(List<Sent> events) {
      var batch = Client.MAPPER.createObjectNode();
      var array = batch.putArray("batch");
      events.forEach(event -> array.add(event.json()));
      return new Request("/v1/batch", events.getFirst().writeKey(), bytes(batch), events.size());
    }

    private static byte[] bytes(ObjectNode json) {
      return json.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}
