package dev.warmline.rule;

import java.util.Optional;

/**
 * Keeps the first hits of each period.
 *
 * @param times how many are kept, at least 1
 * @param period what they are counted in
 * @param distinct the path of a field, such as {@code properties.title}: its values are counted
 *     apart, and hits without it are one value
 */
public record Limit(int times, Period period, Optional<String> distinct) {}
