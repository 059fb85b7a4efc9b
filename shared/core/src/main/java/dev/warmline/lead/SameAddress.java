package dev.warmline.lead;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which leads gave one e-mail address. Two of them may be one person and are not joined for it,
 * because anybody can type any address; whoever hears of the second is told of the first.
 *
 * @param version grows by one with every write, also by an announcement that changes nothing else,
 *     so that of two at the same instant one sees the other; 0 if it was never stored
 * @param leads those that gave it first, at most {@link #MOST}; they may have been merged since
 */
public record SameAddress(long version, SortedSet<LeadId> leads) {
  /** The most leads that are remembered for an address. */
  public static final int MOST = 20;

  /** Of an address that nobody gave. */
  public static final SameAddress NOBODYS = new SameAddress(0, new TreeSet<>());

  public SameAddress {
    leads = Collections.unmodifiableSortedSet(new TreeSet<>(leads));
  }

  /** The next version, with this lead if there is room. */
  public SameAddress with(LeadId lead) {
    var more = new TreeSet<>(leads);
    if (more.size() < MOST) {
      more.add(lead);
    }
    return new SameAddress(version + 1, more);
  }

  /** The next version, without this lead. */
  public SameAddress without(LeadId lead) {
    var fewer = new TreeSet<>(leads);
    fewer.remove(lead);
    return new SameAddress(version + 1, fewer);
  }
}
