package dev.warmline.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Who has a lead, as they were known when it came to them.
 *
 * @param id the id of the team file
 * @param name as colleagues know them
 */
public record Owner(String id, String name) {
  private static final String ID = "owner";
  private static final String NAME = "ownerName";

  /** Adds them to what is told of a lead. */
  public void write(ObjectNode json) {
    json.put(ID, id).put(NAME, name);
  }

  /** Whom {@link #write} added, if it did. */
  public static Optional<Owner> read(JsonNode json) {
    return Optional.ofNullable(json.path(ID).textValue())
        .map(id -> new Owner(id, json.path(NAME).asText(id)));
  }
}
