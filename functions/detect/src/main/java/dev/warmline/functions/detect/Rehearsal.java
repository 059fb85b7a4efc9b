package dev.warmline.functions.detect;

import dev.warmline.aws.dynamo.Rehearsals;
import dev.warmline.aws.publish.RehearsalPublisher;
import dev.warmline.aws.runtime.RehearsalContext;
import dev.warmline.event.EventJson;
import dev.warmline.handoff.AlertId;
import dev.warmline.handoff.AlertStore;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore.Change.AddEntry;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** One alert from the stream to a topic that is none, before the snapshot. */
final class Rehearsal {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private Rehearsal() {}

  static void run() {
    try (var rehearsal = new Rehearsals()) {
      var stores = rehearsal.stores();
      stores
          .leadStore()
          .commit(List.of(new PutLead(mql(), 0), new AddEntry(mql().id(), becameMql())));
      var handler =
          new DetectHandler(stores, RehearsalPublisher.over(rehearsal.tables()), () -> NOW);
      var nowhere = OutputStream.nullOutputStream();
      handler.handleRequest(rehearsal.storedLeads(), nowhere, new RehearsalContext());
      check(stores.alertStore());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A rehearsal that went wrong warms little: say so. */
  private static void check(AlertStore alerts) {
    if (!alerts.isSent(new AlertId(mql().id(), 1))) {
      throw new IllegalStateException("the rehearsed alert was not sent");
    }
  }

  private static Lead mql() {
    return Lead.builder(new LeadId("l-rehearsal"), NOW).stage(Stage.MQL, NOW).cycle(1).build();
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
        1, NOW, Stage.PROSPECT, Stage.MQL, 1, "rehearsal", "warmline", false, verdict);
  }
}
