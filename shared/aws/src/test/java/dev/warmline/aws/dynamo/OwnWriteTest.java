package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.lead.Due;
import dev.warmline.lead.LeadStore.Change.AddNotice;
import dev.warmline.lead.LeadStore.Change.MoveNotice;
import dev.warmline.lead.LeadStore.Committed;
import dev.warmline.lead.Notice.State;
import dev.warmline.testkit.TestLeads;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** The SDK itself repeats a write whose answer is lost on the way. */
class OwnWriteTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final TableNames tables = LocalDynamo.freshTables();
  private final DynamoLeadStore calm = new DynamoLeadStore(LocalDynamo.client(), tables.leads());
  private final LostOnce network = new LostOnce();
  private final DynamoLeadStore repeating =
      new DynamoLeadStore(LocalDynamo.client(network), tables.leads());

  @Test
  void whoClaimsANoticeHasItThoughTheAnswerWasLost() {
    var open = TestLeads.notice("u-7", 1);
    calm.commit(List.of(new AddNotice(open)));

    var ours = open.with(new State.Claimed("r-1", NOON));
    var answer = repeating.commit(List.of(new MoveNotice(ours, open)));
    var other = open.with(new State.Claimed("r-2", NOON));
    var late = repeating.commit(List.of(new MoveNotice(other, open)));

    assertThat(network.answers).hasValue(3);
    assertThat(List.of(answer, late)).containsExactly(Committed.SAVED, Committed.CONFLICT);
    assertThat(calm.findNotice(open.id())).contains(ours);
  }

  @Test
  void whoMovesWhatIsDueWorksOnItThoughTheAnswerWasLost() {
    var open = TestLeads.notice("u-7", 1);
    calm.commit(List.of(new AddNotice(open)));
    var due = new Due.OfNotice(open.id());
    var now = open.notBefore();

    assertThat(repeating.moveDue(due, now, now.plusSeconds(600))).isTrue();
    assertThat(repeating.moveDue(due, now, now.plusSeconds(600))).isFalse();
    assertThat(network.answers).hasValue(3);
  }

  /** Loses the first answer. */
  private static final class LostOnce implements ExecutionInterceptor {
    private final AtomicInteger answers = new AtomicInteger();

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes with) {
      if (answers.incrementAndGet() == 1) {
        throw RetryableException.create("planned loss of the answer");
      }
    }
  }
}
