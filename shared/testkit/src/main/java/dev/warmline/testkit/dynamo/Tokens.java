package dev.warmline.testkit.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The words of an expression, read from the left, with what its placeholders stand for. */
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile("[:#]?[A-Za-z_][A-Za-z0-9_]*|<>|<=|>=|[=<>(),+-]");

  private final List<String> words = new ArrayList<>();
  private final Map<String, String> names;
  private final Map<String, AttributeValue> values;
  private int next;

  Tokens(String expression, Map<String, String> names, Map<String, AttributeValue> values) {
    this.names = names;
    this.values = values;
    var matcher = TOKEN.matcher(expression);
    while (matcher.find()) {
      words.add(matcher.group());
    }
  }

  boolean isAtEnd() {
    return next == words.size();
  }

  /** The next word in capitals, without taking it; empty at the end. */
  String peek() {
    return isAtEnd() ? "" : words.get(next).toUpperCase(Locale.ROOT);
  }

  String take() {
    return words.get(next++);
  }

  /** Takes the next word if it is this one. */
  boolean takes(String word) {
    var isNext = peek().equals(word);
    next += isNext ? 1 : 0;
    return isNext;
  }

  void require(String word) {
    if (!takes(word)) {
      throw new IllegalArgumentException("expected " + word + " in " + words + " at " + next);
    }
  }

  /** The attribute that the next word names. */
  String name() {
    var word = take();
    return word.startsWith("#") ? known(names.get(word), word) : word;
  }

  /** Whether the next word stands for a value. */
  boolean isValue() {
    return peek().startsWith(":");
  }

  AttributeValue value() {
    var word = take();
    return known(values.get(word), word);
  }

  private static <T> T known(@org.jspecify.annotations.Nullable T meaning, String word) {
    if (meaning == null) {
      throw new IllegalArgumentException("nothing is given for " + word);
    }
    return meaning;
  }
}
