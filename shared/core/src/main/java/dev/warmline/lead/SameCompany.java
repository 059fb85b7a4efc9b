package dev.warmline.lead;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Which leads of one company sales has heard of: who has one of them gets the next.
 *
 * @param version grows by one with every write, so that none is lost of two at the same instant; 0
 *     if it was never stored
 * @param leads at most {@link #MOST}, the newest last; they may have been merged since
 */
public record SameCompany(long version, List<LeadId> leads) {
  /** The most leads that are remembered of a company. */
  public static final int MOST = 20;

  /** Of a company that nobody was heard of. */
  public static final SameCompany NOBODYS = new SameCompany(0, List.of());

  public SameCompany {
    leads = List.copyOf(leads);
  }

  /**
   * The next version, with this lead as the newest of those that count still.
   *
   * @param counting those of the others that sales works on or that are customers
   */
  public SameCompany with(LeadId lead, Collection<LeadId> counting) {
    var all = new LinkedHashSet<>(counting);
    all.remove(lead);
    all.addLast(lead);
    var newest = List.copyOf(all).subList(Math.max(0, all.size() - MOST), all.size());
    return new SameCompany(version + 1, newest);
  }
}
