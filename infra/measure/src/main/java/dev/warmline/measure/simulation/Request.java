package dev.warmline.measure.simulation;

import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import java.time.Instant;

/**
 * A request of a client until it is answered with success.
 *
 * @param body the same whenever it is sent
 */
record Request(Deed.Send deed, String body, Instant notBefore) {

  /** Made when the client sends it for the first time. */
  static Request of(Deed.Send deed, Instant now) {
    var envelope = EventJson.newObject();
    var batch = envelope.putArray("batch");
    for (var event : deed.events()) {
      batch.add(event.deepCopy().put("timestamp", EventJson.format(now.minus(deed.late()))));
    }
    return new Request(deed, Json.write(envelope), now);
  }

  Request again(Instant notBefore) {
    return new Request(deed, body, notBefore);
  }
}
