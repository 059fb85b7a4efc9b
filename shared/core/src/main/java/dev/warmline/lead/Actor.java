package dev.warmline.lead;

import java.util.Optional;

/** Who acts. */
public sealed interface Actor {

  /** The product itself, by its rules and its clock. */
  record Warmline() implements Actor {}

  /** A person, by the id under which the product knows them. */
  record Person(String id) implements Actor {}

  /**
   * A system that says what people did there.
   *
   * @param source the source it sends with
   * @param person whom it names
   */
  record Feed(String source, Optional<String> person) implements Actor {}

  /** The person who acts, as far as that is known. */
  default Optional<String> person() {
    return switch (this) {
      case Warmline() -> Optional.empty();
      case Person(var id) -> Optional.of(id);
      case Feed(_, var person) -> person;
    };
  }

  /** Who stands in the history. */
  default String who() {
    return switch (this) {
      case Warmline _ -> "warmline";
      case Person(var id) -> id;
      case Feed(var source, var person) -> person.orElse(source);
    };
  }
}
