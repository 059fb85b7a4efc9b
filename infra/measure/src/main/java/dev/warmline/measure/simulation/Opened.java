package dev.warmline.measure.simulation;

import dev.warmline.handoff.AlertId;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import java.util.ArrayList;
import java.util.List;

/** A cycle that was opened: an entry to MQL, and whose it is. */
record Opened(LeadId lead, StageEntry entry) {

  /** Every cycle that was opened, of survivors and of tombstones. */
  static List<Opened> in(Evidence evidence) {
    var opened = new ArrayList<Opened>();
    evidence.histories().forEach((lead, entries) -> addAll(lead, entries, opened));
    return opened;
  }

  private static void addAll(LeadId lead, List<StageEntry> entries, List<Opened> opened) {
    entries.stream()
        .filter(entry -> entry.to() == Stage.MQL)
        .forEach(entry -> opened.add(new Opened(lead, entry)));
  }

  /** The id under which it is told. */
  String id() {
    return new AlertId(lead, entry.cycle()).value();
  }

  @Override
  public String toString() {
    return id() + " (" + entry.why() + ", " + entry.at() + ")";
  }
}
