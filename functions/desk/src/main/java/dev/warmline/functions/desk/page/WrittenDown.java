package dev.warmline.functions.desk.page;

import dev.warmline.functions.desk.api.LeadRecords;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.CycleRecord.Mark;
import dev.warmline.lead.StageEntry;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The history, the cycles and the notes of a lead, as people read them. */
record WrittenDown(Visit visit) {
  private static final String TEXT = "text";

  LeadPageView.Written of(LeadRecords records) {
    var notes =
        records.cycles().stream()
            .flatMap(cycle -> cycle.marks().stream())
            .filter(mark -> mark.details().path(TEXT).isTextual())
            .sorted(java.util.Comparator.comparing(Mark::at).reversed())
            .map(this::note)
            .toList();
    return new LeadPageView.Written(
        notes,
        records.history().stream().map(this::step).toList(),
        records.cycles().stream().filter(it -> !isEmpty(it)).map(this::cycle).toList());
  }

  private LeadPageView.Note note(Mark mark) {
    return new LeadPageView.Note(
        visit.times().at(mark.at()), by(mark.by()), mark.details().path(TEXT).asText());
  }

  private LeadPageView.Step step(StageEntry entry) {
    return new LeadPageView.Step(
        visit.times().at(entry.at()),
        entry.from().word(),
        entry.to().word(),
        entry.why(),
        by(entry.who()));
  }

  private LeadPageView.Cycle cycle(CycleRecord record) {
    return new LeadPageView.Cycle(
        record.number(),
        visit.times().at(record.opened()),
        record.why(),
        record.announced().orElse(record.qualification()).tier().word(),
        acts(record).map(this::done).toList());
  }

  /** What people did outside all cycles, if they wrote nothing but notes. */
  private static boolean isEmpty(CycleRecord record) {
    return record.number() == CycleRecord.OUTSIDE && acts(record).findAny().isEmpty();
  }

  private static Stream<Mark> acts(CycleRecord record) {
    return record.marks().stream().filter(mark -> !mark.details().path(TEXT).isTextual());
  }

  private LeadPageView.Done done(Mark mark) {
    var said =
        mark.details()
            .propertyStream()
            .filter(it -> it.getValue().isValueNode() && !it.getValue().asText().isBlank())
            .map(it -> it.getKey() + " " + it.getValue().asText())
            .collect(Collectors.joining(", "));
    var why = Optional.of(mark.why()).filter(it -> !it.equals(mark.act())).stream();
    var all = Stream.concat(why, Stream.of(said)).filter(it -> !it.isEmpty());
    return new LeadPageView.Done(
        visit.times().at(mark.at()), mark.act(), by(mark.by()), String.join(": ", all.toList()));
  }

  private String by(String id) {
    return People.member(visit.who().team(), id);
  }
}
