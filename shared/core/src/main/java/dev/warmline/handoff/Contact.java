package dev.warmline.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.rule.FactReader;
import dev.warmline.rule.Facts;
import dev.warmline.rule.MailChoice;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Who the lead is, as far as known: each part one bounded line, as typed by the visitor.
 *
 * @param unsubscribed that they want no more mail: since when, an instant, or {@code yes}
 */
public record Contact(
    Optional<String> name,
    Optional<String> company,
    Optional<String> role,
    Optional<String> email,
    Optional<String> phone,
    Optional<String> industry,
    Optional<String> country,
    Optional<String> unsubscribed) {
  private static final int LONGEST = 120;
  private static final int LONGEST_EMAIL = 254;
  private static final String YES = "yes";

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
        line(facts.path("country"), LONGEST),
        unsubscribed(facts.path(MailChoice.TRAIT)));
  }

  /** That nobody is to mail them, if they said so; the day in this zone. */
  public Optional<String> noMail(ZoneId zone) {
    return unsubscribed.map(
        since ->
            EventJson.parseInstant(since)
                    .map(at -> "Unsubscribed from e-mail on " + AlertWords.day(at, zone))
                    .orElse("Unsubscribed from e-mail")
                + ": call, do not mail");
  }

  /** Some systems say the day, others no more than that it is so. */
  private static Optional<String> unsubscribed(JsonNode value) {
    var since =
        Optional.of(value)
            .filter(JsonNode::isTextual)
            .flatMap(FactReader.DATE::read)
            .map(JsonNode::textValue);
    var isSo = value.asBoolean() || value.asText().equals(YES);
    return since.or(() -> Optional.of(YES).filter(_ -> isSo));
  }

  private static Optional<String> line(JsonNode value, int longest) {
    return value.isTextual() || value.isNumber()
        ? Optional.of(VisitorText.clean(value.asText(), longest)).filter(text -> !text.isEmpty())
        : Optional.empty();
  }
}
