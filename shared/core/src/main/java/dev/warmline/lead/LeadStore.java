package dev.warmline.lead;

import dev.warmline.event.ProfileKey;
import dev.warmline.team.Company;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps leads, their links and their history. Every read is strongly consistent. Failures of the
 * infrastructure are thrown as {@link dev.warmline.event.StoreUnavailable}.
 */
public interface LeadStore {

  /** What became of a commit. */
  enum Committed {
    /** Everything was written. */
    SAVED,
    /**
     * A condition did not hold or another writer was in the way: nothing was written; read again.
     */
    CONFLICT
  }

  /** One write of a commit. */
  sealed interface Change {

    /**
     * Writes a lead with {@code version} one above the expected one.
     *
     * @param lead what to write; its {@code version} is {@code expected + 1}
     * @param expected the version that must be stored now; 0 if there must be none
     */
    record PutLead(Lead lead, long expected) implements Change {
      public PutLead {
        if (lead.version() != expected + 1) {
          throw new IllegalArgumentException("a write moves the version by one");
        }
      }
    }

    /**
     * Writes the link of a person.
     *
     * @param expected the link that must be stored now (same lead, same claim), empty if none
     */
    record PutLink(ProfileKey profile, Link link, Optional<Link> expected) implements Change {}

    /**
     * Writes the timeline of a device.
     *
     * @param timeline its version is one above the one that must be stored now; 1 if there is none
     */
    record PutTimeline(ProfileKey device, Timeline timeline) implements Change {}

    /**
     * Writes which leads gave an address.
     *
     * @param address the key of its profile
     * @param same its version is one above the one that must be stored now; 1 if there is none
     */
    record PutAddress(ProfileKey address, SameAddress same) implements Change {}

    /**
     * Writes which leads of a company sales has heard of.
     *
     * @param same its version is one above the one that must be stored now; 1 if there is none
     */
    record PutCompany(Company company, SameCompany same) implements Change {}

    /** Adds to a lead what a merge brought it. */
    record AddMerge(LeadId lead, MergeRecord merge) implements Change {}

    /** Adds a line to the history of a lead; there must be none with its number. */
    record AddEntry(LeadId lead, StageEntry entry) implements Change {}

    /** Writes the record of a cycle of a lead, in place of the one before. */
    record PutCycle(LeadId lead, CycleRecord cycle) implements Change {}

    /** Adds a notice; there must be none with its id. */
    record AddNotice(Notice notice) implements Change {}

    /**
     * Moves a notice on.
     *
     * @param expected the notice in the state that must be stored now
     */
    record MoveNotice(Notice notice, Notice expected) implements Change {}

    /** Keeps the answer to an act; there must be none under its id. */
    record PutAnswer(String act, Answer answer) implements Change {}

    /**
     * Writes a pace with {@code version} one above the expected one.
     *
     * @param expected the version that must be stored now; 0 if there must be none
     */
    record PutPace(Pace pace, long expected) implements Change {
      public PutPace {
        if (pace.version() != expected + 1) {
          throw new IllegalArgumentException("a write moves the version by one");
        }
      }
    }
  }

  /** The lead (or its tombstone) with this id, or empty. */
  Optional<Lead> findLead(LeadId id);

  /** The link of this person, or empty. */
  Optional<Link> findLink(ProfileKey person);

  /** The timeline of this device; {@link Timeline#EMPTY} if nobody has claimed it. */
  Timeline findTimeline(ProfileKey device);

  /** Which leads gave the address of this profile; {@link SameAddress#NOBODYS} if none did. */
  SameAddress findSameAddress(ProfileKey address);

  /** Which leads of this company sales has heard of; {@link SameCompany#NOBODYS} if of none. */
  SameCompany findSameCompany(Company company);

  /** What merges brought to this lead, in the order of the leads that were merged away. */
  List<MergeRecord> listMerges(LeadId id);

  /** The history of a lead, oldest first. */
  List<StageEntry> listHistory(LeadId id);

  /** The records of the cycles that this lead opened, oldest first. */
  List<CycleRecord> listCycles(LeadId id);

  /** The notice with this id, or empty. */
  Optional<Notice> findNotice(NoticeId id);

  /** The notice by which sales hears of a cycle: that it qualified, or came back as promised. */
  default Optional<Notice> findAnnouncing(LeadId lead, int cycle) {
    return findNotice(NoticeId.qualified(lead, cycle))
        .or(() -> findNotice(NoticeId.resumed(lead, cycle)));
  }

  /** The answer to the act with this id, or empty. */
  Optional<Answer> findAnswer(String act);

  /** The pace of a queue, or of all that have none of their own; empty if none was set. */
  Optional<Pace> findPace(Optional<String> queue);

  /**
   * At most {@code limit} leads, open notices and paces whose due instant is not after {@code now},
   * earliest first; may lag by a second.
   */
  List<Due> listDue(Instant now, int limit);

  /**
   * Moves the instant at which {@link #listDue} gives something that is due. Whoever works on it
   * does that first, so that what takes the worker down is in nobody's way. The lead, notice or
   * pace stays as it is, its own due instant too, and its next write ends the move.
   *
   * @param now by when it must be due for that
   * @return false if it is not due any more, because another has it or had it
   */
  boolean moveDue(Due due, Instant now, Instant to);

  /** At most {@code limit} leads with a waiting cycle, the longest waiting first; may lag. */
  List<LeadId> listWaiting(int limit);

  /**
   * At most {@code limit} leads that sales has in a queue, in the order of {@link Listing#inQueue};
   * may lag, so that a lead may have moved on.
   *
   * @param queue empty for those in no queue
   * @param after the {@link Listing#order} after which to go on; empty from the first on
   */
  List<Listing> listQueue(Optional<String> queue, Optional<String> after, int limit);

  /** The same of those that sales gave back, in the order of {@link Listing#returned}. */
  List<Listing> listReturned(Optional<String> after, int limit);

  /**
   * Writes all changes or none; a commit of one change is one plain conditional write. At most 100
   * changes, no two of the same item. A caller that got no answer may commit again: it then sees a
   * conflict and finds what it wrote.
   */
  Committed commit(List<Change> changes);
}
