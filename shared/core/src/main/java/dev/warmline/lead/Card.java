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

  /** Whether it says that the lead would qualify if what is required were known. */
  boolean isLacking() {
    var qualifies = scorecard.path("qualifies");
    return qualifies.path("enter").asBoolean() && !qualifies.path("missing").isEmpty();
  }

  /** Whether it says what the other says, at whatever instant. */
  boolean isLike(Card other) {
    return publication == other.publication()
        && traits.equals(other.traits())
        && undated(scorecard).equals(undated(other.scorecard()))
        && text(checkpoint).equals(text(other.checkpoint()));
  }

  /** By their texts: numbers of one value can be nodes of several kinds. */
  private static Optional<String> text(Optional<ObjectNode> json) {
    return json.map(ObjectNode::toString);
  }

  private static ObjectNode undated(ObjectNode scorecard) {
    return scorecard.deepCopy().without("asOf");
  }
}
