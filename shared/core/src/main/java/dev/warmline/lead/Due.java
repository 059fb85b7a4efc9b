package dev.warmline.lead;

/** What the clock must look at. */
public sealed interface Due {

  /** A lead that time alone may change. */
  record OfLead(LeadId id) implements Due {}

  /** A notice that is not closed. */
  record OfNotice(NoticeId id) implements Due {}
}
