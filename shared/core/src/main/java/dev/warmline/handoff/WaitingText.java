package dev.warmline.handoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.lead.NoticeId;
import java.time.Instant;
import java.util.Optional;

/**
 * That leads qualified of whom nobody is told until somebody releases them.
 *
 * @param what what they wait for: {@code import webinar-0303}
 */
public record WaitingText(NoticeId id, Instant at, int count, String what) {
  /** The version of the body: a change that breaks readers gets a new one. */
  public static final String SCHEMA = "warmline.waiting/1";

  /** What a person reads. */
  public String text() {
    return count
        + (count == 1 ? " lead qualified by " : " leads qualified by ")
        + VisitorText.defuse(VisitorText.clean(what, AlertFields.LONGEST_LINE))
        + ".\nNobody in sales is told of them until you release them, or they do something new:"
        + "\nlook at them, release or drop them.\n";
  }

  /** The body for machines; {@link #read} of it gives an equal one. */
  public String write() {
    return Json.write(
        EventJson.newObject()
            .put("schema", SCHEMA)
            .put("alert", id.value())
            .put("notice", id.kind().word())
            .put("at", at.toString())
            .put("count", count)
            .put("what", what));
  }

  /** Reads such a body; empty if it is none. */
  public static Optional<WaitingText> read(String body) {
    try {
      var json = Json.read(body);
      return json.path("schema").asText().equals(SCHEMA)
          ? NoticeId.parse(json.path("alert").asText())
              .flatMap(
                  id ->
                      EventJson.parseInstant(json.path("at").asText())
                          .map(
                              at ->
                                  new WaitingText(
                                      id,
                                      at,
                                      json.path("count").asInt(),
                                      json.path("what").asText())))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
