package dev.warmline.testkit.dynamo;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Something in an expression that has a value, given the item: absent where the item lacks it. */
@FunctionalInterface
interface Operand {

  Optional<AttributeValue> of(Map<String, AttributeValue> item);

  /** An attribute, a placeholder, or {@code if_not_exists(attribute, operand)}. */
  static Operand read(Tokens tokens) {
    if (tokens.isValue()) {
      var value = tokens.value();
      return item -> Optional.of(value);
    }
    if (tokens.takes("IF_NOT_EXISTS")) {
      return ifNotExists(tokens);
    }
    var name = tokens.name();
    return item -> Optional.ofNullable(item.get(name));
  }

  private static Operand ifNotExists(Tokens tokens) {
    tokens.require("(");
    var name = tokens.name();
    tokens.require(",");
    var otherwise = read(tokens);
    tokens.require(")");
    return item -> Optional.ofNullable(item.get(name)).or(() -> otherwise.of(item));
  }
}
