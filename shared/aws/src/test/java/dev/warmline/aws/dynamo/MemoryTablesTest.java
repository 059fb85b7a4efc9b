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
import dev.warmline.testkit.dynamo.MemoryDynamo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** The tables in memory keep every contract that DynamoDB keeps, under the same adapters. */
class MemoryTablesTest {
  private static final TableNames TABLES = TableNames.withPrefix("memory");

  private static MemoryDynamo tables() {
    var tables = new MemoryDynamo(change -> {});
    Tables.definitions(TABLES).forEach(tables::createTable);
    return tables;
  }

  @Nested
  class OfLeads extends LeadStoreContract {
    private final LeadStore store = new Stores(tables(), TABLES).leadStore();

    @Override
    protected LeadStore store() {
      return store;
    }
  }

  @Nested
  class OfEvents extends EventLogContract {
    private final EventLog log = new Stores(tables(), TABLES).eventLog();

    @Override
    protected EventLog log() {
      return log;
    }
  }

  @Nested
  class OfDeliveries extends DeliveriesContract {
    private final Deliveries deliveries = new Stores(tables(), TABLES).deliveries();

    @Override
    protected Deliveries deliveries() {
      return deliveries;
    }
  }

  @Nested
  class OfQuotas extends DailyQuotaContract {
    private final DailyQuota quota = new Stores(tables(), TABLES).dailyQuota();

    @Override
    protected DailyQuota quota() {
      return quota;
    }
  }

  @Nested
  class OfParkedEvents extends ParkedEventsContract {
    private final DynamoParkedEvents parked =
        new DynamoParkedEvents(tables(), TABLES.parked(), DynamoParkedEvents.DEFAULT_RETENTION);

    @Override
    protected ParkedEvents parkedEvents() {
      return parked;
    }

    @Override
    protected List<ParkedEvent> parked() {
      return parked.list(100);
    }
  }

  @Nested
  class OfModels extends ModelsContract {
    private final MemoryDynamo tables = tables();
    private final Models models = new Stores(tables, TABLES).models();

    @Override
    protected Models models() {
      return models;
    }

    @Override
    protected void publish(ObjectNode source, Optional<Instant> quietBefore) {
      new ModelPublisher(tables, TABLES.models())
          .publish(
              source,
              quietBefore.isPresent() ? ModelPublisher.Quiet.FROM_NOW : ModelPublisher.Quiet.KEEP,
              quietBefore.orElse(Instant.EPOCH));
    }
  }

  @Nested
  class OfSources extends SourcesContract {
    private final DynamoSources sources = new DynamoSources(tables(), TABLES.models());

    @Override
    protected Sources sources() {
      return sources;
    }

    @Override
    protected void put(String writeKey, Source source) {
      sources.putSource(writeKey, source);
    }
  }
}
