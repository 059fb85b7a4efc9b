package dev.warmline.aws.priming;

import dev.warmline.aws.dynamo.DynamoLeadStore;
import dev.warmline.event.EventJson;
import dev.warmline.event.Profile;
import dev.warmline.lead.Announcement;
import dev.warmline.lead.Beside;
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
  static final LeadId ID = new LeadId("l-rehearsal");
  private static final Profile NOBODY = Profile.user("nobody-at-all").orElseThrow();
  private static final String SCORECARD =
      """
      {"scores":{"engagement":{"points":60,"lines":[\
      {"rule":"page","points":60,"hits":6,"says":"Saw pages"}]}}}\
      """;

  private CannedLead() {}

  /** To a function that keeps its notices in this table. */
  public static Rehearsal to(Rehearsal.PublishingWiring function, String leadsTable) {
    return tables -> {
      new DynamoLeadStore(tables.silent(), leadsTable)
          .commit(List.of(new PutLead(announced(NOBODY), 0), new AddNotice(qualified())));
      var event = CannedStream.inserting(tables.itemsOf(leadsTable));
      try (var topic = new NoTopic()) {
        function.over(tables.database(), topic.publisher()).handle(event);
      }
    };
  }

  /** The lead of a person, of whom sales was told. */
  static Lead announced(Profile person) {
    var position = new Position(Stage.MQL, Rehearsal.NOW, "rehearsal", 1, 1, 1);
    var announced = new Announcement.Announced(Rehearsal.NOW, Announcement.EVIDENCE);
    return Lead.founded(ID, person.key(), Rehearsal.NOW)
        .with(Standing.suspect(Rehearsal.NOW).with(position).with(announced));
  }

  private static Notice qualified() {
    var traits = EventJson.newObject().put("email", "nobody@example.com").put("name", "Nobody");
    var about =
        new Qualification(
            CannedModel.json(SCORECARD),
            traits,
            List.of(),
            Tier.WARM,
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ZoneOffset.UTC,
            Beside.NOTHING);
    return Notice.open(
        NoticeId.qualified(ID, 1),
        Rehearsal.NOW,
        Stage.MQL,
        "rehearsal",
        Optional.of(about),
        Rehearsal.NOW);
  }
}
