package dev.warmline.testkit.dynamo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Two values as DynamoDB compares and adds them: only values of one type have an order. */
record Values(AttributeValue one, AttributeValue other) {

  boolean compares(String operator) {
    if (one.type() != other.type()) {
      return operator.equals("<>");
    }
    return switch (operator) {
      case "=" -> isEqual();
      case "<>" -> !isEqual();
      case "<" -> order() < 0;
      case "<=" -> order() <= 0;
      case ">" -> order() > 0;
      case ">=" -> order() >= 0;
      default -> throw new IllegalArgumentException("no comparison: " + operator);
    };
  }

  boolean beginsWith() {
    return one.s() != null && other.s() != null && one.s().startsWith(other.s());
  }

  boolean contains() {
    return one.s() != null
        ? other.s() != null && one.s().contains(other.s())
        : one.hasSs() && one.ss().contains(other.s());
  }

  /** The sum of two numbers, or the union of two sets of texts. */
  AttributeValue sum() {
    if (one.n() != null) {
      return AttributeValue.fromN(number(one).add(number(other)).toPlainString());
    }
    var union = new TreeSet<>(one.ss());
    union.addAll(other.ss());
    return AttributeValue.fromSs(new ArrayList<>(union));
  }

  AttributeValue difference() {
    return AttributeValue.fromN(number(one).subtract(number(other)).toPlainString());
  }

  int order() {
    return switch (one.type()) {
      case S -> one.s().compareTo(other.s());
      case N -> number(one).compareTo(number(other));
      default -> throw new IllegalArgumentException("no order among values of " + one.type());
    };
  }

  private boolean isEqual() {
    return one.n() == null ? one.equals(other) : order() == 0;
  }

  private static BigDecimal number(AttributeValue value) {
    return new BigDecimal(value.n());
  }
}
