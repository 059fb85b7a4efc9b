package dev.warmline.aws.dynamo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.DailyQuota;
import dev.warmline.event.EventLog;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.Source;
import dev.warmline.event.Sources;
import dev.warmline.handoff.Deliveries;
import dev.warmline.lead.LeadStore;
import dev.warmline.rule.Models;
import dev.warmline.testkit.DailyQuotaContract;
import dev.warmline.testkit.DeliveriesContract;
import dev.warmline.testkit.EventLogContract;
import dev.warmline.testkit.LeadStoreContract;
import dev.warmline.testkit.ModelsContract;
import dev.warmline.testkit.ParkedEventsContract;
import dev.warmline.testkit.SourcesContract;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** Every contract holds where calls are throttled, conflict, lose answers and read old indexes. */
class TroubledTablesTest {
  private final TableNames names = LocalDynamo.freshTables();
  private final Persistent persistent = new Persistent(LocalDynamo.client(), names);
  private final Stores stores = new Stores(persistent.client(), names);

  @Nested
  class OfLeads extends LeadStoreContract {
    private final LeadStore store = persistent.calling(LeadStore.class, stores.leadStore());

    @Override
    protected LeadStore store() {
      return store;
    }
  }

  @Nested
  class OfEvents extends EventLogContract {
    private final EventLog log = persistent.calling(EventLog.class, stores.eventLog());

    @Override
    protected EventLog log() {
      return log;
    }
  }

  @Nested
  class OfDeliveries extends DeliveriesContract {
    private final Deliveries deliveries = persistent.calling(Deliveries.class, stores.deliveries());

    @Override
    protected Deliveries deliveries() {
      return deliveries;
    }
  }

  @Nested
  class OfQuotas extends DailyQuotaContract {
    private final DailyQuota quota = persistent.calling(DailyQuota.class, stores.dailyQuota());

    @Override
    protected DailyQuota quota() {
      return quota;
    }
  }

  @Nested
  class OfParkedEvents extends ParkedEventsContract {
    private final ParkedEvents parked =
        persistent.calling(ParkedEvents.class, stores.parkedEvents());

    @Override
    protected ParkedEvents parkedEvents() {
      return parked;
    }

    @Override
    protected List<ParkedEvent> parked() {
      return new DynamoParkedEvents(
              LocalDynamo.client(), names.parked(), DynamoParkedEvents.DEFAULT_RETENTION)
          .list(100);
    }
  }

  @Nested
  class OfModels extends ModelsContract {
    private final Models models = persistent.calling(Models.class, stores.models());

    @Override
    protected Models models() {
      return models;
    }

    @Override
    protected void publish(ObjectNode source, Optional<Instant> quietBefore) {
      new ModelPublisher(LocalDynamo.client(), names.models())
          .publish(
              source,
              quietBefore.isPresent() ? ModelPublisher.Quiet.FROM_NOW : ModelPublisher.Quiet.KEEP,
              quietBefore.orElse(Instant.EPOCH));
    }
  }

  @Nested
  class OfSources extends SourcesContract {
    private final Sources sources = persistent.calling(Sources.class, stores.sources());

    @Override
    protected Sources sources() {
      return sources;
    }

    @Override
    protected void put(String writeKey, Source source) {
      new DynamoSources(LocalDynamo.client(), names.models()).putSource(writeKey, source);
    }
  }
}
