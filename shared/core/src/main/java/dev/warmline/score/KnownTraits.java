package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.Pattern;
import java.util.stream.Collectors;

/** What is known of a person. */
final class KnownTraits {
  private KnownTraits() {}

  /** Whether a trait is known: there, and not blank. */
  static boolean knows(JsonNode traits, String path) {
    return FieldPaths.textAt(traits, path).isPresent();
  }

  /** Whether an e-mail address or a phone number is known. */
  static boolean canBeReached(JsonNode traits) {
    return knows(traits, "email") || knows(traits, "phone");
  }

  /**
   * Why an exclusion holds: the traits its pattern looks at, such as {@code emailDomain x.example}.
   */
  static String words(Pattern exclusion, ObjectNode traits) {
    return exclusion.json().path("traits").properties().stream()
        .map(
            trait ->
                trait.getKey() + " " + FieldPaths.textAt(traits, trait.getKey()).orElse("absent"))
        .collect(Collectors.joining(", "));
  }
}
