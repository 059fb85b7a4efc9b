package dev.warmline.lead;

import java.util.Optional;

/** What the clock must look at. */
public sealed interface Due {

  /** A lead that time alone may change. */
  record OfLead(LeadId id) implements Due {}

  /** A notice that is not closed. */
  record OfNotice(NoticeId id) implements Due {}

  /** The pace of a queue, or of all others. */
  record OfPace(Optional<String> queue) implements Due {}
}
