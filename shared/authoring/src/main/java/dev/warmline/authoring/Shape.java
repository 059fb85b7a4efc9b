package dev.warmline.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may be written at a place of the model file. One description serves the check of a file and
 * the JSON Schema that editors use, so that the two cannot disagree.
 */
sealed interface Shape {

  /**
   * An object with known keys.
   *
   * @param title what it is, with its article: "a rule"
   * @param required the keys that must be there
   * @param alternatives if not empty, the keys that are there must be exactly one of these sets
   */
  record Fields(
      String title, Map<String, Field> fields, Set<String> required, List<Set<String>> alternatives)
      implements Shape {

    static Fields of(String title) {
      return new Fields(title, Map.of(), Set.of(), List.of());
    }

    /** With one more key that must be there. */
    Fields must(String key, String meaning, Shape shape) {
      var more = new LinkedHashSet<>(required);
      more.add(key);
      return new Fields(title, with(key, meaning, shape), more, alternatives);
    }

    /** With one more key that may be there. */
    Fields may(String key, String meaning, Shape shape) {
      return new Fields(title, with(key, meaning, shape), required, alternatives);
    }

    /** With one more set of keys of which exactly one is to be chosen. */
    Fields either(String... keys) {
      var more = new ArrayList<>(alternatives);
      more.add(Set.of(keys));
      return new Fields(title, fields, required, more);
    }

    private Map<String, Field> with(String key, String meaning, Shape shape) {
      var more = new LinkedHashMap<>(fields);
      more.put(key, new Field(meaning, shape));
      return more;
    }
  }

  /** A key's meaning, shown by editors, and what may be written there. */
  record Field(String meaning, Shape shape) {}

  /** An object whose keys are names that the author chooses. */
  record Named(String title, Shape each) implements Shape {}

  /** A list of at least so many. */
  record Items(String title, Shape each, int atLeast) implements Shape {}

  /** Some text, not blank. */
  record Text(int longest) implements Shape {}

  /** A name: letters, digits, and {@code - _ .}. */
  record ItemId() implements Shape {
    static final String FORM = "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}";
  }

  /** One of these words. */
  record Choice(List<String> words) implements Shape {}

  /** One of these words or a duration. */
  record ChoiceOrDuration(List<String> words) implements Shape {}

  /** A number with at most three decimals, between plus and minus {@value #MOST}. */
  record Amount() implements Shape {
    static final long MOST = 1_000_000;
  }

  /** A whole number of at least 1. */
  record Count() implements Shape {
    static final long MOST = 100_000;
  }

  /** A duration; with {@code zero}, none at all is allowed too. */
  record Span(boolean zero) implements Shape {}

  /** true or false. */
  record Flag() implements Shape {}

  /** A word that stands for itself, or something with more to say. */
  record WordOr(String word, Shape other) implements Shape {}

  /** A time of day such as 09:00. */
  record ClockTime() implements Shape {
    static final String FORM = "([01][0-9]|2[0-3]):[0-5][0-9]";
  }

  /** A plain value of a list: text, number or truth. */
  record Value() implements Shape {}

  /** An event pattern. */
  record Pattern() implements Shape {}

  /** A path into an event such as {@code properties.title}. */
  record Path() implements Shape {
    static final String FORM = "[^.\\s]{1,64}(\\.[^.\\s]{1,64}){0,7}";
  }

  /** The tree of conditions, which contains itself. */
  record Condition() implements Shape {}
}
