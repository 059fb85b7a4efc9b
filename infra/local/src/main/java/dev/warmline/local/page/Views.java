package dev.warmline.local.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** What is stored, as JSON for people and scripts. */
public interface Views {

  /** Every lead with its stage and its scorecard as of {@code now}, the latest change first. */
  ArrayNode leads(Instant now);

  /**
   * One lead; scored on the spot if nothing is stored for it yet.
   *
   * @param anyId a lead id, a profile such as {@code user:u-7}, or the bare id or address
   * @return empty if the log knows nobody of that id
   */
  Optional<ObjectNode> lead(String anyId, Instant now);

  /**
   * Events of the log, the latest received first.
   *
   * @param anyId only those of this lead; empty for everybody's
   * @param source only those of the source with this name
   */
  ArrayNode events(Optional<String> anyId, Optional<String> source, int limit);

  /** Refused events with their reason, the latest first. */
  ArrayNode parked(int limit);

  /** Who qualified without that sales has heard of it, the longest waiting first. */
  ArrayNode waiting();
}
