package dev.warmline.testkit.dynamo;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A condition, filter or key condition. An item that does not exist is empty. */
@FunctionalInterface
interface ItemCondition {
  /** No condition. */
  ItemCondition NONE = item -> true;

  boolean holds(Map<String, AttributeValue> item);

  /** Reads an expression in full; null is no condition. */
  static ItemCondition read(
      @org.jspecify.annotations.Nullable String expression,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    if (expression == null) {
      return NONE;
    }
    var tokens = new Tokens(expression, names, values);
    var condition = either(tokens);
    if (!tokens.isAtEnd()) {
      throw new IllegalArgumentException("not understood: " + expression);
    }
    return condition;
  }

  private static ItemCondition either(Tokens tokens) {
    var left = both(tokens);
    if (!tokens.takes("OR")) {
      return left;
    }
    var right = either(tokens);
    return item -> left.holds(item) || right.holds(item);
  }

  private static ItemCondition both(Tokens tokens) {
    var left = single(tokens);
    if (!tokens.takes("AND")) {
      return left;
    }
    var right = both(tokens);
    return item -> left.holds(item) && right.holds(item);
  }

  private static ItemCondition single(Tokens tokens) {
    if (tokens.takes("NOT")) {
      var negated = single(tokens);
      return item -> !negated.holds(item);
    }
    if (tokens.takes("(")) {
      var inner = either(tokens);
      tokens.require(")");
      return inner;
    }
    return switch (tokens.peek()) {
      case "ATTRIBUTE_EXISTS" -> exists(tokens);
      case "ATTRIBUTE_NOT_EXISTS" -> {
        var exists = exists(tokens);
        yield item -> !exists.holds(item);
      }
      case "BEGINS_WITH", "CONTAINS" -> ofTwo(tokens);
      default -> comparison(tokens);
    };
  }

  private static ItemCondition exists(Tokens tokens) {
    tokens.take();
    tokens.require("(");
    var name = tokens.name();
    tokens.require(")");
    return item -> item.containsKey(name);
  }

  private static ItemCondition ofTwo(Tokens tokens) {
    var beginsWith = tokens.peek().equals("BEGINS_WITH");
    tokens.take();
    tokens.require("(");
    var whole = Operand.read(tokens);
    tokens.require(",");
    var part = Operand.read(tokens);
    tokens.require(")");
    return item ->
        pair(whole.of(item), part.of(item))
            .filter(pair -> beginsWith ? pair.beginsWith() : pair.contains())
            .isPresent();
  }

  private static ItemCondition comparison(Tokens tokens) {
    var left = Operand.read(tokens);
    var operator = tokens.take();
    if (operator.equalsIgnoreCase("BETWEEN")) {
      var least = Operand.read(tokens);
      tokens.require("AND");
      var most = Operand.read(tokens);
      return item ->
          compares(left.of(item), ">=", least.of(item))
              && compares(left.of(item), "<=", most.of(item));
    }
    var right = Operand.read(tokens);
    return item -> compares(left.of(item), operator, right.of(item));
  }

  private static boolean compares(
      Optional<AttributeValue> left, String operator, Optional<AttributeValue> right) {
    return pair(left, right).map(pair -> pair.compares(operator)).orElse(operator.equals("<>"));
  }

  private static Optional<Values> pair(
      Optional<AttributeValue> left, Optional<AttributeValue> right) {
    return left.flatMap(one -> right.map(other -> new Values(one, other)));
  }
}
