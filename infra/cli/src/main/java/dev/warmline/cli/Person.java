package dev.warmline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who a lead is, in a line for people. */
final class Person {
  private Person() {}

  /** {@code Jane Miller, CTO at Corp, jane@corp.example}, of what is known; empty if nothing is. */
  static Optional<String> of(JsonNode traits) {
    var role = text(traits, "role");
    var company = text(traits, "company");
    var work =
        role.isPresent() && company.isPresent()
            ? role.map(title -> title + " at " + company.get())
            : role.or(() -> company);
    var parts =
        Stream.of(text(traits, "name"), work, text(traits, "email"), text(traits, "phone"))
            .flatMap(Optional::stream)
            .limit(3)
            .collect(Collectors.joining(", "));
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
  }

  private static Optional<String> text(JsonNode traits, String fact) {
    return Optional.of(traits.path(fact).asText("").replaceAll("\\p{Cntrl}", " ").strip())
        .filter(text -> !text.isEmpty());
  }
}
