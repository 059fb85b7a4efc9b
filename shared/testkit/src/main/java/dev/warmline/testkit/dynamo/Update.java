package dev.warmline.testkit.dynamo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An update expression: clauses of SET, REMOVE and ADD, all by the item as it was before. */
final class Update {
  private static final Set<String> CLAUSES = Set.of("SET", "REMOVE", "ADD");

  private final Tokens tokens;

  /** Each reads the item as it was and changes the one to be. */
  private final List<BiConsumer<Map<String, AttributeValue>, Map<String, AttributeValue>>> steps =
      new ArrayList<>();

  private Update(Tokens tokens) {
    this.tokens = tokens;
  }

  static Update read(
      String expression, Map<String, String> names, Map<String, AttributeValue> values) {
    var update = new Update(new Tokens(expression, names, values));
    update.clauses();
    return update;
  }

  Map<String, AttributeValue> applyTo(
      Map<String, AttributeValue> before, Map<String, AttributeValue> keys) {
    var after = new HashMap<>(before);
    after.putAll(keys);
    steps.forEach(step -> step.accept(before, after));
    return Map.copyOf(after);
  }

  private void clauses() {
    while (!tokens.isAtEnd()) {
      var clause = tokens.peek();
      if (!CLAUSES.contains(clause)) {
        throw new IllegalArgumentException("no clause of an update: " + clause);
      }
      tokens.take();
      do {
        action(clause);
      } while (tokens.takes(","));
    }
  }

  private void action(String clause) {
    var name = tokens.name();
    switch (clause) {
      case "SET" -> set(name);
      case "REMOVE" -> steps.add((before, after) -> after.remove(name));
      default -> add(name);
    }
  }

  private void set(String name) {
    tokens.require("=");
    var value = sum();
    steps.add((before, after) -> value.of(before).ifPresent(it -> after.put(name, it)));
  }

  private Operand sum() {
    var left = Operand.read(tokens);
    if (tokens.takes("+")) {
      var right = Operand.read(tokens);
      return item -> values(left, right, item).map(Values::sum);
    }
    if (tokens.takes("-")) {
      var right = Operand.read(tokens);
      return item -> values(left, right, item).map(Values::difference);
    }
    return left;
  }

  private void add(String name) {
    var value = tokens.value();
    steps.add(
        (before, after) ->
            after.merge(name, value, (stored, added) -> new Values(stored, added).sum()));
  }

  private static Optional<Values> values(
      Operand left, Operand right, Map<String, AttributeValue> item) {
    return left.of(item).flatMap(one -> right.of(item).map(other -> new Values(one, other)));
  }
}
