package dev.warmline.architecture.planted.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The mapper, openly and behind a text. */
final class StartsAMapper {
  private StartsAMapper() {}

  static JsonNode read(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }

  static String write(ObjectNode json) {
    return json.toString();
  }
}
