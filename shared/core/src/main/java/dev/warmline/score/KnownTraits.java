package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.AddressForm;
import dev.warmline.rule.Facts;
import dev.warmline.rule.Pattern;
import java.util.stream.Collectors;

/** What is known of a person. */
final class KnownTraits {
  private KnownTraits() {}

  /**
   * Whether a trait is known: there, and not blank; a fact if it can be read, an e-mail address if
   * it is one.
   */
  static boolean knows(JsonNode traits, String path, Facts facts) {
    if (path.equals("email")) {
      return AddressForm.address(traits.path(path)).isPresent();
    }
    return facts
        .find(path)
        .map(fact -> fact.read().read(traits.path(path)).isPresent())
        .orElseGet(() -> FieldPaths.textAt(traits, path).isPresent());
  }

  /** Whether an e-mail address or a phone number is known. */
  static boolean canBeReached(JsonNode traits) {
    return AddressForm.address(traits.path("email")).isPresent()
        || traits.path("phone").asText("").codePoints().anyMatch(Character::isDigit);
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
