package dev.warmline.report;

import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.CycleRecord.Mark;
import dev.warmline.lead.LeadId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A lead that became a customer, and how.
 *
 * @param source the channel that brought the person first, if it is known
 * @param path from the beginning of the cycle to the win; only the win, if there was no cycle
 * @param value what it is worth, if somebody said
 */
public record Win(
    LeadId lead,
    Optional<String> source,
    List<Step> path,
    Optional<BigDecimal> value,
    Optional<String> currency) {
  private static final Set<String> STEPS =
      Set.of("accepted", "introduced", "returned", "qualified", "won");

  public Win {
    path = List.copyOf(path);
  }

  /** One step: what, when and by whom, if not by Warmline itself. */
  public record Step(String what, Instant at, Optional<String> by) {}

  static Win of(LeadId lead, CycleRecord record, List<Mark> marks, Mark won) {
    var source = record.qualification().scorecard().path("leadSource").path("first").asText("");
    return new Win(
        lead,
        Optional.of(source).filter(it -> !it.isEmpty()),
        path(record, marks, won),
        Optional.of(won.details().path("value"))
            .filter(it -> it.isNumber())
            .map(it -> it.decimalValue()),
        Optional.ofNullable(won.details().path("currency").textValue()));
  }

  private static List<Step> path(CycleRecord record, List<Mark> marks, Mark won) {
    var steps = new ArrayList<Step>();
    if (record.number() != CycleRecord.OUTSIDE) {
      steps.add(new Step("MQL", record.opened(), Optional.empty()));
      record.toldAt().ifPresent(at -> steps.add(new Step("told", at, Optional.empty())));
    }
    marks.stream()
        .filter(mark -> STEPS.contains(mark.act()) && !mark.at().isAfter(won.at()))
        .filter(mark -> record.number() != CycleRecord.OUTSIDE || mark.equals(won))
        .forEach(mark -> steps.add(new Step(mark.act(), mark.at(), Optional.of(mark.by()))));
    return steps;
  }
}
