package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.rule.Model;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The traits that follow completed orders: {@code purchases} (how many), {@code purchaseValue} (the
 * sum of each order's total, else revenue, else value) and {@code lastPurchase}.
 */
final class Purchases {
  private static final List<String> VALUES = List.of("total", "revenue", "value");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,30})?");

  /** What clients add up in floating point, such as 59.980000000000004, is rounded to this. */
  private static final int DECIMALS = 6;

  int count;
  BigDecimal value = BigDecimal.ZERO;

  /** The instants of the first and the last order, in milliseconds; {@code NEVER} before any. */
  long oldest = RuleFold.NEVER;

  long last = RuleFold.NEVER;

  /** Takes an event; false if it is no order. */
  boolean add(Event event) {
    if (Model.isOrder(event)) {
      count++;
      value = value.add(valueOf(event.object("properties")));
      last = Millis.of(event.occurredAt());
      oldest = Math.min(oldest, last);
    }
    return Model.isOrder(event);
  }

  void write(ObjectNode traits) {
    if (count > 0) {
      traits.put("purchases", count);
      traits.put("purchaseValue", plain(value));
      traits.put("lastPurchase", EventJson.format(Instant.ofEpochMilli(last)));
    }
  }

  static BigDecimal valueOf(JsonNode properties) {
    return VALUES.stream()
        .flatMap(key -> number(properties.path(key)).stream())
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  private static Optional<BigDecimal> number(JsonNode node) {
    if (node.isNumber() || node.isTextual()) {
      var text = node.isNumber() ? plainText(node) : node.textValue();
      return Optional.of(text)
          .filter(NUMBER.asMatchPredicate())
          .map(number -> plain(new BigDecimal(number).setScale(DECIMALS, RoundingMode.HALF_EVEN)));
    }
    return Optional.empty();
  }

  private static String plainText(JsonNode number) {
    var isFinite = Double.isFinite(number.doubleValue()) && Math.abs(number.doubleValue()) < 1e15;
    return isFinite ? number.decimalValue().toPlainString() : "";
  }

  private static BigDecimal plain(BigDecimal value) {
    var stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
