package dev.warmline.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Picks the contact out of the traits of a lead, by the names that clients commonly use. */
  public static Contact of(JsonNode traits) {
    return new Contact(
        first(traits, List.of("name", "fullName", "full_name")).or(() -> ofParts(traits)),
        first(traits, List.of("company", "companyName", "company_name", "organization")),
        first(traits, List.of("role", "title", "jobTitle", "job_title", "position")),
        first(traits, List.of("email")),
        first(traits, List.of("phone", "phoneNumber", "phone_number", "mobile")),
        first(traits, List.of("industry")),
        first(traits, List.of("country")));
  }

  private static Optional<String> ofParts(JsonNode traits) {
    var parts =
        Stream.of(List.of("firstName", "first_name"), List.of("lastName", "last_name"))
            .flatMap(keys -> first(traits, keys).stream())
            .collect(Collectors.joining(" "));
    return Optional.of(parts).filter(text -> !text.isEmpty());
  }

  private static Optional<String> first(JsonNode traits, List<String> keys) {
    return keys.stream().flatMap(key -> line(traits.path(key), longest(key)).stream()).findFirst();
  }

  private static Optional<String> line(JsonNode node, int longest) {
    var value = node.isObject() ? node.path("name") : node;
    return value.isTextual() || value.isNumber()
        ? Optional.of(VisitorText.clean(value.asText(), longest)).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  private static int longest(String key) {
    return key.equals("email") ? LONGEST_EMAIL : LONGEST;
  }
}
