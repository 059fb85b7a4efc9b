package dev.warmline.lead;

import dev.warmline.event.ProfileKey;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a merge brought to the survivor, so that it can be undone.
 *
 * @param loser the lead that was merged away
 * @param persons those it had
 * @param devices those it had
 * @param claim the word for it
 */
public record MergeRecord(
    LeadId loser,
    SortedSet<ProfileKey> persons,
    SortedSet<ProfileKey> devices,
    Claim claim,
    Instant at) {

  public MergeRecord {
    persons = Collections.unmodifiableSortedSet(new TreeSet<>(persons));
    devices = Collections.unmodifiableSortedSet(new TreeSet<>(devices));
  }

  static MergeRecord of(Lead loser, Claim claim, Instant now) {
    var identity = loser.identity();
    var devices = new TreeSet<>(identity.devices().keySet());
    return new MergeRecord(loser.id(), identity.persons(), devices, claim, now);
  }
}
