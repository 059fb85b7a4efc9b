package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.handoff.AlertId;
import dev.warmline.handoff.AlertStore;
import dev.warmline.handoff.Message;
import dev.warmline.lead.LeadId;
import dev.warmline.testkit.AlertStoreContract;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DynamoAlertStoreTest extends AlertStoreContract {
  private static final Instant AT = Instant.parse("2026-03-02T15:00:00Z");

  private final TableNames tables = LocalDynamo.freshTables();
  private final DynamoAlertStore store = new DynamoAlertStore(LocalDynamo.client(), tables.leads());

  @Override
  protected AlertStore store() {
    return store;
  }

  @Test
  void whatWasStoredCanBeReadAgainAfterItWasSent() {
    var id = new AlertId(new LeadId("l-read-again"), 1);
    var message = new Message("subject", "text", "{\"schema\":\"x\"}", Map.of("tier", "A"));
    store.claim(id, message, "owner", AT, AT.plusSeconds(60));
    store.markSent(id, AT);

    assertThat(store.findMessage(id)).contains(message);
    assertThat(store.findMessage(new AlertId(id.lead(), 2))).isEmpty();
  }
}
