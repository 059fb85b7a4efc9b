package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.lead.Announcement;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.LeadStore.Change.PutCycle;
import dev.warmline.testkit.TestLeads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnouncementScanTest {
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final Optional<String> QUEUE = Optional.of("inbound-sdr");

  private final TableNames tables = LocalDynamo.freshTables();

  @Test
  void eachAnnouncementSinceAnInstantIsFoundAndNothingElse() {
    put("u-1", 1, new Announcement.Announced(TEN, Announcement.EVIDENCE));
    put("u-1", 2, new Announcement.Announced(TEN.plusSeconds(1), "released"));
    put("u-2", 1, new Announcement.Announced(TEN.minusSeconds(1), Announcement.EVIDENCE));
    put("u-3", 1, new Announcement.Announced(TEN, "imported"));
    put("u-4", 1, new Announcement.Waiting(TEN, Announcement.Reason.IMPORT, Optional.empty()));
    var scan = new AnnouncementScan(LocalDynamo.client(), tables.leads());

    assertThat(scan.since(TEN, Optional.empty()))
        .containsExactlyInAnyOrder(TEN, TEN.plusSeconds(1));
    assertThat(scan.since(TEN, QUEUE)).hasSize(2);
    assertThat(scan.since(TEN, Optional.of("enterprise"))).isEmpty();
  }

  private void put(String user, int number, Announcement announcement) {
    var cycle = TestLeads.cycle(number);
    var record =
        new CycleRecord(
            number,
            cycle.opened(),
            cycle.why(),
            cycle.qualification(),
            announcement,
            cycle.announced(),
            cycle.hands(),
            cycle.deadlines(),
            cycle.marks());
    new DynamoLeadStore(LocalDynamo.client(), tables.leads())
        .commit(List.of(new PutCycle(TestLeads.idOf(user), record)));
  }
}
