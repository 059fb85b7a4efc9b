package dev.warmline.aws.priming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.dynamo.DynamoLeadStore;
import dev.warmline.aws.dynamo.DynamoParkedEvents;
import dev.warmline.aws.dynamo.LocalDynamo;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.event.ParkedEvent;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change.AddNotice;
import dev.warmline.lead.LeadStore.Change.MoveNotice;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.Notice.State;
import dev.warmline.testkit.TestLeads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class HarmlessTablesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final LeadId LEAD = new LeadId("l-1");
  private static final LeadId OTHER = new LeadId("l-2");

  private final DynamoDbClient real = LocalDynamo.client();
  private final TableNames names = LocalDynamo.freshTables();
  private final HarmlessTables tables = new HarmlessTables(Optional.of(real));

  @Test
  void everyWriteIsRememberedAndNoneIsMade() {
    new DynamoParkedEvents(tables, names.parked(), Duration.ofDays(1))
        .park(new ParkedEvent("website", "why", NOW, "{}"));
    var leads = new DynamoLeadStore(tables, names.leads());
    leads.commit(List.of(put(LEAD)));
    leads.commit(List.of(put(OTHER), put(new LeadId("l-3"))));
    var notice = TestLeads.notice("u-7", 1);
    var sent = notice.with(new State.Sent(NOW));
    leads.commit(List.of(new AddNotice(notice)));
    leads.commit(List.of(new MoveNotice(sent, notice)));

    assertThat(leads.findLead(LEAD)).isPresent();
    assertThat(leads.findLead(OTHER)).isPresent();
    assertThat(leads.findNotice(notice.id())).contains(sent);
    assertThat(tables.itemsOf(names.parked())).hasSize(1);
    assertThat(stored(names.leads())).isZero();
    assertThat(stored(names.parked())).isZero();
  }

  @Test
  void whatIsThereIsNotTouched() {
    LeadStore leads = new DynamoLeadStore(real, names.leads());
    leads.commit(List.of(put(LEAD)));

    var changed = Lead.founded(LEAD, TestLeads.user("u-7"), NOW.plusSeconds(9)).withVersion(2);
    new DynamoLeadStore(tables, names.leads()).commit(List.of(new PutLead(changed, 1)));

    assertThat(leads.findLead(LEAD).map(Lead::version)).contains(1L);
  }

  @Test
  void anAnswerThatIsARefusalIsNoTrouble() {
    var parked = new DynamoParkedEvents(tables, "no-such-table", Duration.ofDays(1));

    parked.park(new ParkedEvent("website", "why", NOW, "{}"));

    assertThat(tables.itemsOf("no-such-table")).hasSize(1);
  }

  private static PutLead put(LeadId id) {
    return new PutLead(Lead.founded(id, TestLeads.user("u-7"), NOW), 0);
  }

  private int stored(String table) {
    return real.scan(scan -> scan.tableName(table)).count();
  }
}
