package dev.warmline.aws.dynamo;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads and writes the attributes of one item by type; what is missing or odd is malformed. */
final class Item {
  private final Map<String, AttributeValue> attributes;

  private Item(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  static Item of(Map<String, AttributeValue> attributes) {
    return new Item(attributes);
  }

  static Item startingWith(Map<String, AttributeValue> keys) {
    return new Item(new HashMap<>(keys));
  }

  Map<String, AttributeValue> attributes() {
    return attributes;
  }

  Item put(String name, AttributeValue value) {
    attributes.put(name, value);
    return this;
  }

  Item put(String name, String value) {
    return put(name, AttributeValue.fromS(value));
  }

  Item put(String name, long value) {
    return put(name, AttributeValue.fromN(Long.toString(value)));
  }

  Item put(String name, Instant value) {
    return put(name, value.toString());
  }

  Item put(String name, Optional<String> value) {
    value.ifPresent(text -> put(name, text));
    return this;
  }

  Optional<AttributeValue> find(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  AttributeValue get(String name) {
    return find(name).orElseThrow(() -> new MalformedItem("an item lacks \"" + name + "\""));
  }

  Optional<String> findText(String name) {
    return find(name).map(value -> require(name, Optional.ofNullable(value.s())));
  }

  String text(String name) {
    return require(name, Optional.ofNullable(get(name).s()));
  }

  long number(String name) {
    var digits = require(name, Optional.ofNullable(get(name).n()));
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new MalformedItem("\"" + name + "\" is no whole number");
    }
  }

  int count(String name) {
    return Math.toIntExact(number(name));
  }

  Instant instant(String name) {
    return instant(name, text(name));
  }

  Optional<Instant> findInstant(String name) {
    return findText(name).map(text -> instant(name, text));
  }

  <T> T word(String name, Function<String, Optional<T>> parse) {
    return require(name, parse.apply(text(name)));
  }

  private static Instant instant(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new MalformedItem("\"" + name + "\" is no instant");
    }
  }

  private static <T> T require(String name, Optional<T> value) {
    return value.orElseThrow(() -> new MalformedItem("\"" + name + "\" is of the wrong kind"));
  }
}
