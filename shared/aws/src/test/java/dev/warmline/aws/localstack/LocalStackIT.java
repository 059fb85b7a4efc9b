package dev.warmline.aws.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.DynamoDailyQuota;
import dev.warmline.aws.dynamo.DynamoDeliveries;
import dev.warmline.aws.dynamo.DynamoEventLog;
import dev.warmline.aws.dynamo.DynamoLeadStore;
import dev.warmline.aws.dynamo.DynamoModels;
import dev.warmline.aws.dynamo.DynamoParkedEvents;
import dev.warmline.aws.dynamo.DynamoSources;
import dev.warmline.aws.dynamo.ModelPublisher;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.aws.secret.SlackSecret;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every adapter keeps its contract on LocalStack too, and alerts come out of its SNS. */
@ExtendWith(NeedsDocker.class)
@Testcontainers(disabledWithoutDocker = true)
class LocalStackIT {
  @Container private static final LocalStackContainer CONTAINER = LocalStack.container();

  private static final LocalStack AWS = new LocalStack(CONTAINER);

  @BeforeAll
  static void createTables() {
    AWS.createTables();
  }

  /** The tables, empty. */
  private record Database(DynamoDbClient client, TableNames tables) {
    private Database() {
      this(AWS.tables(), AWS.emptyTables());
    }
  }

  @Nested
  class TheEventLog extends EventLogContract {
    private final Database database = new Database();
    private final DynamoEventLog log =
        new DynamoEventLog(database.client(), database.tables().events());

    @Override
    protected EventLog log() {
      return log;
    }
  }

  @Nested
  class TheLeads extends LeadStoreContract {
    private final Database database = new Database();
    private final DynamoLeadStore store =
        new DynamoLeadStore(database.client(), database.tables().leads());

    @Override
    protected LeadStore store() {
      return store;
    }
  }

  @Nested
  class TheDeliveries extends DeliveriesContract {
    private final Database database = new Database();
    private final DynamoDeliveries deliveries =
        new DynamoDeliveries(database.client(), database.tables().leads());

    @Override
    protected Deliveries deliveries() {
      return deliveries;
    }
  }

  @Nested
  class WhatIsParked extends ParkedEventsContract {
    private final Database database = new Database();
    private final DynamoParkedEvents parked =
        new DynamoParkedEvents(
            database.client(), database.tables().parked(), DynamoParkedEvents.DEFAULT_RETENTION);

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
  class TheDailyQuota extends DailyQuotaContract {
    private final Database database = new Database();
    private final DynamoDailyQuota quota =
        new DynamoDailyQuota(database.client(), database.tables().parked());

    @Override
    protected DailyQuota quota() {
      return quota;
    }
  }

  @Nested
  class TheSources extends SourcesContract {
    private final Database database = new Database();
    private final DynamoSources sources =
        new DynamoSources(database.client(), database.tables().models());

    @Override
    protected Sources sources() {
      return sources;
    }

    @Override
    protected void put(String writeKey, Source source) {
      sources.putSource(writeKey, source);
    }
  }

  @Nested
  class TheModels extends ModelsContract {
    private final Database database = new Database();
    private final DynamoModels models =
        new DynamoModels(database.client(), database.tables().models(), Journal.ofNothing());

    @Override
    protected Models models() {
      return models;
    }

    @Override
    protected void publish(ObjectNode source, Optional<Instant> quietBefore) {
      new ModelPublisher(database.client(), database.tables().models())
          .publish(
              source,
              quietBefore.isPresent() ? ModelPublisher.Quiet.FROM_NOW : ModelPublisher.Quiet.KEEP,
              quietBefore.orElse(Instant.EPOCH));
    }
  }

  @Nested
  class TheAlertTopic extends AlertTopicContract {
    TheAlertTopic() {
      super(AWS);
    }
  }

  @Nested
  class TheSlackSecret {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void anAddressThatWasChangedIsReadAfterFiveMinutes() {
      var client = AWS.secrets();
      var arn = client.createSecret(s -> s.name(AWS.freshName()).secretString("https://1")).arn();
      var secret = new SlackSecret(client, arn);

      assertThat(secret.value(NOON)).isEqualTo("https://1");
      client.putSecretValue(put -> put.secretId(arn).secretString("https://2"));

      assertThat(secret.value(NOON.plusSeconds(299))).isEqualTo("https://1");
      assertThat(secret.value(NOON.plusSeconds(300))).isEqualTo("https://2");
    }
  }
}
