package dev.warmline.rule;

/**
 * A named part of the leads.
 *
 * @param when a pattern over {@code traits}, {@code interests}, {@code leadSource}, {@code grade}
 */
public record Segment(String id, Pattern when) {}
