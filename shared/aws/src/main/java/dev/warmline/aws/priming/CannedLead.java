package dev.warmline.aws.priming;

import dev.warmline.aws.dynamo.DynamoLeadStore;
import dev.warmline.event.EventJson;
import dev.warmline.event.Profile;
import dev.warmline.lead.Announcement;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore.Change.AddNotice;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.Notice;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Position;
import dev.warmline.lead.Qualification;
import dev.warmline.lead.Stage;
import dev.warmline.lead.Standing;
import dev.warmline.lead.Tier;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A notice that hands a lead to sales, as the leads stream tells of it. */
public final class CannedLead {
  private static final LeadId ID = new LeadId("l-rehearsal");

  private CannedLead() {}

  /** To a function that keeps its notices in this table. */
  public static Rehearsal to(Rehearsal.PublishingWiring function, String leadsTable) {
    return tables -> {
      new DynamoLeadStore(tables.silent(), leadsTable)
          .commit(List.of(new PutLead(announced(), 0), new AddNotice(qualified())));
      var event = CannedStream.inserting(tables.itemsOf(leadsTable));
      try (var topic = new NoTopic()) {
        function.over(tables.database(), topic.publisher()).handle(event);
      }
    };
  }

  private static Lead announced() {
    var position = new Position(Stage.MQL, Rehearsal.NOW, "rehearsal", 1, 1, 1);
    var announced = new Announcement.Announced(Rehearsal.NOW, Announcement.EVIDENCE);
    return Lead.founded(ID, Profile.user("nobody-at-all").orElseThrow().key(), Rehearsal.NOW)
        .with(Standing.suspect(Rehearsal.NOW).with(position).with(announced));
  }

  private static Notice qualified() {
    var scorecard = EventJson.newObject();
    scorecard
        .putObject("scores")
        .putObject("engagement")
        .put("points", 60)
        .putArray("lines")
        .addObject()
        .put("rule", "page")
        .put("points", 60)
        .put("hits", 6)
        .put("says", "Saw pages");
    var traits = EventJson.newObject().put("email", "nobody@example.com").put("name", "Nobody");
    var about =
        new Qualification(
            scorecard,
            traits,
            List.of(),
            Tier.WARM,
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ZoneOffset.UTC);
    return Notice.open(
        NoticeId.qualified(ID, 1),
        Rehearsal.NOW,
        Stage.MQL,
        "rehearsal",
        Optional.of(about),
        Rehearsal.NOW);
  }
}
