package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.DailyLimit;
import dev.warmline.event.DailyQuota;
import dev.warmline.testkit.DailyQuotaContract;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDailyQuotaTest extends DailyQuotaContract {
  private final TableNames tables = LocalDynamo.freshTables();
  private final DynamoDailyQuota quota =
      new DynamoDailyQuota(LocalDynamo.client(), tables.parked());

  @Override
  protected DailyQuota quota() {
    return quota;
  }

  @Test
  void theCounterExpiresADayAfterItsDayAndIsNoParkedEvent() {
    quota.take("shop", 3, 2, DailyLimit.ofEvents(10), Instant.parse("2026-03-02T12:00:00Z"));

    var items = LocalDynamo.client().scan(scan -> scan.tableName(tables.parked())).items();
    assertThat(items).hasSize(1);
    assertThat(items.getFirst())
        .containsEntry(
            Schema.EXPIRES,
            AttributeValue.fromN("" + Instant.parse("2026-03-04T00:00:00Z").getEpochSecond()));
    assertThat(items.getFirst().toString()).doesNotContain("shop");
    assertThat(
            new DynamoParkedEvents(
                    LocalDynamo.client(), tables.parked(), DynamoParkedEvents.DEFAULT_RETENTION)
                .list(10))
        .isEmpty();
  }
}
