package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.event.EventLog.Appended;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.Rejected;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.lead.LeadStore.Change.AddEntry;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.Stage;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.TestLeads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What DynamoDB refuses for good is told apart from what it cannot do right now. */
class RefusalsTest {
  private final TableNames tables = LocalDynamo.freshTables();
  private final DynamoEventLog log = new DynamoEventLog(LocalDynamo.client(), tables.events());

  @Test
  void anEventOverTheItemLimitIsRejectedAndItsNeighboursAreStored() {
    var large = TestEvents.track("e-2", "Upload").property("blob", noise()).build();
    var results =
        log.append(
            List.of(
                TestEvents.page("e-1", "/").build(),
                large,
                large,
                TestEvents.page("e-3", "/").build()));

    assertThat(results)
        .containsExactly(Appended.STORED, Appended.REJECTED, Appended.REJECTED, Appended.STORED);
  }

  @Test
  void aLeadOverTheItemLimitIsRejectedAloneAndInATransaction() {
    var leads = new DynamoLeadStore(LocalDynamo.client(), tables.leads());
    var lead = TestLeads.next(TestLeads.lead("u-7", Stage.MQL), Stage.MQL, Optional.empty());
    lead.card().traits().put("blob", noise());

    assertThatThrownBy(() -> leads.commit(List.of(new PutLead(lead, 0))))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("ValidationException");
    assertThatThrownBy(
            () ->
                leads.commit(
                    List.of(
                        new PutLead(lead, 0),
                        new AddEntry(lead.id(), TestLeads.becameMql(1, "why")))))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void aMissingTableIsTroubleThatMayPass() {
    var missing = new DynamoEventLog(LocalDynamo.client(), "no-table");

    assertThatThrownBy(() -> missing.append(List.of(TestEvents.page("e-1", "/").build())))
        .isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void aParkedTextIsNeverCutInTheMiddleOfACharacter() {
    var parked =
        new DynamoParkedEvents(
            LocalDynamo.client(), tables.parked(), DynamoParkedEvents.DEFAULT_RETENTION);
    var reason = "r".repeat(ParkedEvent.MAX_REASON - 1) + "\uD83D\uDE80";

    parked.park(new ParkedEvent("website", reason, Instant.EPOCH, "raw"));

    assertThat(parked.list(1)).extracting(ParkedEvent::reason).containsExactly("r".repeat(499));
  }

  @Test
  void behaviourExpiresSoLongAfterItHappenedAndFactsStay() {
    var page = TestEvents.page("e-1", "/").at("2026-03-01T10:00:00Z");
    page.receivedAt("2026-06-01T10:00:00Z");
    var identify = TestEvents.identify("e-2").trait("email", "ada@acme.example").build();

    var behaviour = EventItems.write(page.build());
    var fact = EventItems.write(identify);

    assertThat(behaviour)
        .containsEntry(
            Schema.EXPIRES,
            AttributeValue.fromN("" + Instant.parse("2027-04-05T10:00:00Z").getEpochSecond()));
    assertThat(fact).doesNotContainKey(Schema.EXPIRES);
  }

  /** Half a megabyte that no deflater makes smaller than an item may be. */
  private static String noise() {
    var random = new Random(7);
    var text = new StringBuilder();
    while (text.length() < 700_000) {
      text.append((char) ('!' + random.nextInt(90)));
    }
    return text.toString();
  }
}
