package dev.warmline.handoff;

import java.util.Map;

/**
 * An alert rendered once and stored with its claim, so that a repeat is the same to the byte.
 *
 * @param subject ASCII, under 100 characters, no control characters
 * @param text the e-mail body for a person
 * @param json the versioned body for machines (schema {@code warmline.alert/1})
 * @param attributes for filter policies: segment, tier, queue, stage, owner; no personal data
 */
public record Message(String subject, String text, String json, Map<String, String> attributes) {

  public Message {
    attributes = Map.copyOf(attributes);
  }
}
