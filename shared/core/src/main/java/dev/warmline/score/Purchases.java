package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.rule.Model;
import dev.warmline.rule.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The traits that follow the completed orders that servers told of: {@code purchases} (how many),
 * {@code purchaseValue} (the sum of each order's total, else revenue, else value) and {@code
 * lastPurchase}.
 *
 * <p>The value is in the currency of the model, else of the earliest order that names one; an order
 * without one counts as it, those in others are counted and not added unless the model has a rate.
 * While no value can be read, none is set.
 */
final class Purchases {
  private static final List<String> VALUES = List.of("total", "revenue", "value");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,30})?");

  /** What clients add up in floating point, such as 59.980000000000004, is rounded to this. */
  private static final int DECIMALS = 6;

  int count;
  Optional<BigDecimal> value = Optional.empty();

  /** In capitals; empty while neither the model nor an order has named one. */
  String currency;

  /** The instants of the first and the last order, in milliseconds; {@code NEVER} before any. */
  long oldest = RuleFold.NEVER;

  long last = RuleFold.NEVER;

  private final Map<String, BigDecimal> rates;

  Purchases(Money money) {
    this.currency = money.currency().orElse("");
    this.rates = money.rates();
  }

  /** Takes an event; false if it is no order. */
  boolean add(Event event) {
    if (Model.isOrder(event)) {
      count++;
      addValue(event.object("properties"));
      last = Millis.of(event.occurredAt());
      oldest = Math.min(oldest, last);
    }
    return Model.isOrder(event);
  }

  void write(ObjectNode traits) {
    if (count > 0) {
      traits.put("purchases", count);
      value.ifPresent(sum -> traits.put("purchaseValue", plain(sum)));
      traits.put("lastPurchase", EventJson.format(Instant.ofEpochMilli(last)));
    }
  }

  private void addValue(JsonNode properties) {
    var named = currencyOf(properties);
    currency = currency.isEmpty() ? named : currency;
    var isOurs = named.isEmpty() || named.equals(currency);
    Optional.ofNullable(isOurs ? BigDecimal.ONE : rates.get(named))
        .flatMap(rate -> valueOf(properties).map(total -> rounded(total.multiply(rate))))
        .ifPresent(total -> value = Optional.of(value.map(total::add).orElse(total)));
  }

  /** What an order is worth; empty if that cannot be read. */
  static Optional<BigDecimal> valueOf(JsonNode properties) {
    return VALUES.stream().flatMap(key -> number(properties.path(key)).stream()).findFirst();
  }

  /** The currency an order names, in capitals, or nothing. */
  static String currencyOf(JsonNode properties) {
    return properties.path("currency").isTextual()
        ? properties.path("currency").textValue().strip().toUpperCase(Locale.ROOT)
        : "";
  }

  private static Optional<BigDecimal> number(JsonNode node) {
    if (node.isNumber() || node.isTextual()) {
      var text = node.isNumber() ? plainText(node) : Amounts.digits(node.textValue());
      return Optional.of(text)
          .filter(NUMBER.asMatchPredicate())
          .map(number -> rounded(new BigDecimal(number)));
    }
    return Optional.empty();
  }

  private static BigDecimal rounded(BigDecimal value) {
    return plain(value.setScale(DECIMALS, RoundingMode.HALF_EVEN));
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
