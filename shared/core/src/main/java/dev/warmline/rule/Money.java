package dev.warmline.rule;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * In which currency a lead's orders are added up.
 *
 * @param currency in capitals; if empty, that of the earliest order that names one
 * @param rates what one unit of another currency, in capitals, is worth in it
 */
public record Money(Optional<String> currency, Map<String, BigDecimal> rates) {
  public Money {
    rates = Map.copyOf(rates);
  }
}
