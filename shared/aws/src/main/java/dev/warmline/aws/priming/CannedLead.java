package dev.warmline.aws.priming;

import dev.warmline.aws.dynamo.DynamoLeadStore;
import dev.warmline.event.EventJson;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore.Change.AddEntry;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import java.util.List;

/** A lead that became MQL, as the leads stream tells it. */
public final class CannedLead {
  private static final Lead MQL =
      Lead.builder(new LeadId("l-rehearsal"), Rehearsal.NOW)
          .stage(Stage.MQL, Rehearsal.NOW)
          .cycle(1)
          .build();

  private CannedLead() {}

  /** To a function that keeps its alerts in this table. */
  public static Rehearsal to(Rehearsal.PublishingWiring function, String leadsTable) {
    return tables -> {
      new DynamoLeadStore(tables.silent(), leadsTable)
          .commit(List.of(new PutLead(MQL, 0), new AddEntry(MQL.id(), becameMql())));
      var event = CannedStream.inserting(tables.itemsOf(leadsTable));
      try (var topic = new NoTopic()) {
        function.over(tables.database(), topic.publisher()).handle(event);
      }
    };
  }

  private static StageEntry becameMql() {
    var verdict = EventJson.newObject();
    verdict
        .putObject("scorecard")
        .putObject("scores")
        .putObject("engagement")
        .put("points", 60)
        .putArray("lines")
        .addObject()
        .put("rule", "page")
        .put("points", 60)
        .put("hits", 6)
        .put("says", "Saw pages");
    verdict.putObject("traits").put("email", "nobody@example.com").put("name", "Nobody");
    return new StageEntry(
        1, Rehearsal.NOW, Stage.PROSPECT, Stage.MQL, 1, "rehearsal", "warmline", false, verdict);
  }
}
