package dev.warmline.functions.desk.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.Trust;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.StandingText;
import dev.warmline.usecase.RelatedLeads;
import java.time.Duration;
import java.time.Instant;

/**
 * A lead as people look at it. {@code first} shows what one read gives: who it is, where it stands
 * and what its score is made of. Without it the history, the cycles, the notes and others with the
 * address are there too, the newest first; {@code timeline} reads the log beside that.
 */
record LeadView(Work work, Lead lead, Instant now) {

  ObjectNode write(Call call) {
    var json = LeadRow.of(lead);
    json.set("clocks", clocks());
    json.set("traits", lead.card().traits());
    json.set("scorecard", lead.card().scorecard());
    if (!call.asks("first")) {
      LeadRecords.of(work.leads(), lead.id()).write(json);
      others(json);
    }
    if (call.asks("timeline")) {
      LeadTimeline.read(work.log(), lead.identity()).write(json);
    }
    return json;
  }

  /** Each clock with how much of it is left, which is less than nothing once it is over. */
  private ObjectNode clocks() {
    var clocks = EventJson.newObject();
    for (var deadline : StandingText.write(lead).path("deadlines").properties()) {
      EventJson.parseInstant(deadline.getValue().asText())
          .ifPresent(
              at ->
                  clocks
                      .putObject(deadline.getKey())
                      .put("at", EventJson.format(at))
                      .put("secondsLeft", Duration.between(now, at).toSeconds()));
    }
    return clocks;
  }

  private void others(ObjectNode json) {
    var others = json.putArray("sameAddress");
    new RelatedLeads(work.leads())
        .withAddressOf(lead)
        .forEach(it -> others.add(other(it.lead(), it.as(), it.by())));
  }

  private static ObjectNode other(Lead other, LeadId as, Trust by) {
    var json = EventJson.newObject().put("lead", other.id().value()).put("by", by.word());
    json.put("stage", other.stage().word());
    other.standing().owner().ifPresent(owner -> json.put("owner", owner));
    return as.equals(other.id()) ? json : json.put("as", as.value());
  }
}
