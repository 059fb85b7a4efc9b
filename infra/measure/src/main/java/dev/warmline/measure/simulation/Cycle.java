package dev.warmline.measure.simulation;

import dev.warmline.lead.Announcement;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.NoticeId;
import java.util.Optional;

/** The record of a cycle, and whose it is: of a survivor or of a tombstone. */
record Cycle(LeadId lead, CycleRecord told) {

  /** The id under which sales hears of it. */
  NoticeId id() {
    return announced().filter(it -> it.by().equals("resumed")).isPresent()
        ? NoticeId.resumed(lead, told.number())
        : NoticeId.qualified(lead, told.number());
  }

  /** When and by what it was announced, if it was. */
  Optional<Announcement.Announced> announced() {
    return told.announcement() instanceof Announcement.Announced announced
        ? Optional.of(announced)
        : Optional.empty();
  }

  /** Whether it was opened by the scorecard and waited, if only at first. */
  boolean hasWaited() {
    return !told.why().equals("imported")
        && (told.announced().isPresent() || announced().isEmpty());
  }

  @Override
  public String toString() {
    return id() + " (" + told.why() + ", " + told.opened() + ", " + told.announcement() + ")";
  }
}
