package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import java.time.Instant;
import java.util.Optional;

/**
 * What the last evaluation said of a lead.
 *
 * @param publication the number of the publication the scorecard was made under
 * @param scorecard the scorecard as JSON, with counts in place of event lists
 * @param traits the facts known about the person
 * @param checkpoint what the next scorecard can be made of without the log; empty if only the log
 *     can tell
 */
public record Card(
    int publication, ObjectNode scorecard, ObjectNode traits, Optional<ObjectNode> checkpoint) {

  /** Of a lead that was never evaluated. */
  public static Card empty() {
    return new Card(0, EventJson.newObject(), EventJson.newObject(), Optional.empty());
  }

  /** The instant of the scorecard; the epoch before the first. */
  public Instant asOf() {
    return EventJson.parseInstant(scorecard.path("asOf").asText()).orElse(Instant.EPOCH);
  }

  /** The same with this checkpoint. */
  public Card withCheckpoint(Optional<ObjectNode> checkpoint) {
    return new Card(publication, scorecard, traits, checkpoint);
  }
}
