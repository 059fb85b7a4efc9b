package dev.warmline.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.Facts;
import java.util.Optional;

/** Who the lead is, as far as known: each part one bounded line, as typed by the visitor. */
public record Contact(
    Optional<String> name,
    Optional<String> company,
    Optional<String> role,
    Optional<String> email,
    Optional<String> phone,
    Optional<String> industry,
    Optional<String> country) {
  private static final int LONGEST = 120;
  private static final int LONGEST_EMAIL = 254;

  /** The contact by the facts that the traits of a lead say. */
  public static Contact of(JsonNode traits) {
    var facts = traits instanceof ObjectNode object ? Facts.BUILT_IN.in(object) : traits;
    return new Contact(
        line(facts.path("name"), LONGEST),
        line(facts.path("company"), LONGEST),
        line(facts.path("role"), LONGEST),
        line(facts.path("email"), LONGEST_EMAIL),
        line(facts.path("phone"), LONGEST),
        line(facts.path("industry"), LONGEST),
        line(facts.path("country"), LONGEST));
  }

  private static Optional<String> line(JsonNode value, int longest) {
    return value.isTextual() || value.isNumber()
        ? Optional.of(VisitorText.clean(value.asText(), longest)).filter(text -> !text.isEmpty())
        : Optional.empty();
  }
}
