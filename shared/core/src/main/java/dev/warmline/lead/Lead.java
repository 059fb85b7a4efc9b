package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.ProfileKey;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A person as the product knows them: one or more linked profiles, the stage they reached, and the
 * scorecard of the last evaluation.
 *
 * @param version grows by one with every write; a write is conditioned on the version it was made
 *     from; 0 is a lead that was never stored
 * @param profiles the profiles linked to it, at most {@value #MAX_PROFILES}; empty for a tombstone
 * @param mergedInto the survivor, if this lead was merged away: such a tombstone is never scored
 * @param stageSince when it entered the stage
 * @param cycle how many times it became MQL
 * @param entries how many stage entries its history has; they are numbered from 1
 * @param leftAt the last exit, return or expiry: the way back to MQL needs a positive hit after it,
 *     and the cool-down runs from it
 * @param signalAt when the newest fast-track signal happened that sales was told of, with an alert
 *     or an update
 * @param publication the number of the publication the scorecard was made under
 * @param scorecard the scorecard as JSON, with counts in place of event lists
 * @param traits the facts known about the person
 * @param due when the clock must look at it again, if ever
 * @param alertDue when the clock must make sure that the alert of this cycle was sent; absent once
 *     it has, or when there is nothing to tell
 * @param checkpoint what the next scorecard can be made of without the log; empty if only the log
 *     can tell
 */
public record Lead(
    LeadId id,
    long version,
    SortedSet<ProfileKey> profiles,
    Optional<LeadId> mergedInto,
    Stage stage,
    Instant stageSince,
    int cycle,
    int entries,
    Optional<Instant> leftAt,
    Optional<Instant> signalAt,
    int publication,
    ObjectNode scorecard,
    ObjectNode traits,
    Optional<Instant> due,
    Optional<Instant> alertDue,
    Optional<ObjectNode> checkpoint) {

  /** The most profiles one lead can have. */
  public static final int MAX_PROFILES = 50;

  public Lead {
    profiles = Collections.unmodifiableSortedSet(new TreeSet<>(profiles));
    if (version < 0 || cycle < 0 || entries < 0) {
      throw new IllegalArgumentException("a lead counts from zero");
    }
  }

  /** A new lead to fill: a Suspect since that instant, of whom nothing is known. */
  public static LeadBuilder builder(LeadId id, Instant since) {
    return new LeadBuilder(id, since);
  }

  /** The same lead, to change. */
  public LeadBuilder toBuilder() {
    return new LeadBuilder(this);
  }

  /** Whether this lead was merged into another. */
  public boolean isTombstone() {
    return mergedInto.isPresent();
  }

  /** The same lead with this version. */
  public Lead withVersion(long version) {
    return toBuilder().version(version).build();
  }

  /** The same lead with these profiles: its checkpoint knew others. */
  public Lead withProfiles(SortedSet<ProfileKey> profiles) {
    return toBuilder().profiles(profiles).checkpoint(Optional.empty()).build();
  }

  /** The same lead with this instant for the check of its alert. */
  public Lead withAlertDue(Optional<Instant> alertDue) {
    return toBuilder().alertDue(alertDue).build();
  }

  /** The same lead with this due instant. */
  public Lead withDue(Optional<Instant> due) {
    return toBuilder().due(due).build();
  }

  /** The same lead with this checkpoint. */
  public Lead withCheckpoint(Optional<ObjectNode> checkpoint) {
    return toBuilder().checkpoint(checkpoint).build();
  }

  /** The same lead after a person decided: in this stage since then, {@code entries} in all. */
  public Lead decided(Stage to, Instant at, int entries) {
    return toBuilder()
        .stage(to, at)
        .entries(entries)
        .leftAt(to == Stage.RECYCLED ? Optional.of(at) : leftAt)
        .checkpoint(Optional.empty())
        .build();
  }
}
