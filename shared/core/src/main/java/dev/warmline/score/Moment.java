package dev.warmline.score;

import java.time.Instant;

/**
 * A hit as a person reads it: when, what, and what the rule gives for one.
 *
 * @param says the rule's words with the event's values filled in
 * @param points what the hit is worth now
 */
public record Moment(Instant at, String event, String rule, String says, Points points) {}
