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
 * @param idle makes hits of every so much time since the latest match; only with negative points
 * @param bounds the limits of the rule's sum
 * @param group the group whose limits the rule shares
 * @param partedBy the path of the field for each value of which the group has its max apart
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
    Optional<Duration> idle,
    Bounds bounds,
    Optional<String> group,
    Optional<String> partedBy,
    Decay decay) {

  /** The same rule in a group that has its max apart for each value of a field, or in another. */
  Rule partedBy(Optional<String> field) {
    return new Rule(
        id, says, topic, when, milliPoints, limit, after, quiet, idle, bounds, group, field, decay);
  }

  /** Whether its hits are of time that passes after a match, not of matches. */
  public boolean isOfSilence() {
    return quiet.isPresent() || idle.isPresent();
  }
}
