package dev.warmline.rule;

import java.time.Duration;
import java.util.Optional;

/**
 * What gives points for events.
 *
 * @param id unique in the model; part of the data contract
 * @param says the explanation, a template such as {@code Downloaded {properties.title}}
 * @param topic the interest that its hits show
 * @param when which events match
 * @param milliPoints what a fresh hit is worth, in thousandths of a point, signed
 * @param quiet makes hits of silence instead of matches; only with negative points
 * @param bounds the limits of the rule's sum
 * @param group the group whose limits the rule shares
 */
public record Rule(
    String id,
    Optional<String> says,
    Optional<String> topic,
    Pattern when,
    long milliPoints,
    Optional<Limit> limit,
    Optional<After> after,
    Optional<Duration> quiet,
    Bounds bounds,
    Optional<String> group,
    Decay decay) {}
