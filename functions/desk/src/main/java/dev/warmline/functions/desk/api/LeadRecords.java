package dev.warmline.functions.desk.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.lead.Announcement;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.CycleRecord.Mark;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.StageEntry;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is written down of a lead, the newest first and no more of it than people read.
 *
 * @param history the newest lines
 * @param cycles the newest records
 */
public record LeadRecords(List<StageEntry> history, List<CycleRecord> cycles) {
  private static final int MOST_LINES = 200;
  private static final int MOST_CYCLES = 20;
  private static final int MOST_NOTES = 200;

  /** Those of a lead. */
  public static LeadRecords of(LeadStore leads, LeadId id) {
    return new LeadRecords(
        leads.listHistory(id).reversed().stream().limit(MOST_LINES).toList(),
        leads.listCycles(id).reversed().stream().limit(MOST_CYCLES).toList());
  }

  void write(ObjectNode json) {
    var lines = json.putArray("history");
    history.forEach(entry -> lines.add(write(entry)));
    var records = json.putArray("cycles");
    cycles.forEach(record -> records.add(write(record)));
    var notes = json.putArray("notes");
    cycles.stream()
        .flatMap(LeadRecords::notes)
        .sorted(Comparator.comparing((ObjectNode note) -> note.path("at").asText()).reversed())
        .limit(MOST_NOTES)
        .forEach(notes::add);
  }

  private static ObjectNode write(StageEntry entry) {
    return EventJson.newObject()
        .put("at", EventJson.format(entry.at()))
        .put("from", entry.from().word())
        .put("to", entry.to().word())
        .put("why", entry.why())
        .put("who", entry.who())
        .put("cycle", entry.cycle());
  }

  private static ObjectNode write(CycleRecord record) {
    var json = EventJson.newObject().put("cycle", record.number());
    json.put("opened", EventJson.format(record.opened())).put("why", record.why());
    json.put("tier", record.announced().orElse(record.qualification()).tier().word());
    record.queue().ifPresent(queue -> json.put("queue", queue));
    if (record.announcement() instanceof Announcement.Announced(var at, var by)) {
      json.put("announced", EventJson.format(at)).put("announcedBy", by);
    }
    json.put("model", record.qualification().scorecard().path("model").path("name").asText());
    json.put("publication", record.qualification().publication());
    var acts = json.putArray("acts");
    record.marks().stream().filter(mark -> !isNote(mark)).forEach(mark -> acts.add(write(mark)));
    return json;
  }

  private static ObjectNode write(Mark mark) {
    var json = EventJson.newObject().put("act", mark.act());
    json.put("at", EventJson.format(mark.at())).put("by", mark.by());
    json.put("to", mark.to().word()).put("why", mark.why());
    if (!mark.details().isEmpty()) {
      json.set("said", mark.details());
    }
    return json;
  }

  private static Stream<ObjectNode> notes(CycleRecord record) {
    return record.marks().stream()
        .filter(LeadRecords::isNote)
        .map(
            mark ->
                EventJson.newObject()
                    .put("at", EventJson.format(mark.at()))
                    .put("by", mark.by())
                    .put("act", mark.act())
                    .put("text", mark.details().path("text").asText())
                    .put("cycle", record.number()));
  }

  private static boolean isNote(Mark mark) {
    return mark.details().path("text").isTextual();
  }
}
