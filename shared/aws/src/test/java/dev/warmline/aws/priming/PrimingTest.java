package dev.warmline.aws.priming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.crac.Context;
import org.crac.Resource;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class PrimingTest {
  private static final Map<String, String> SNAPSHOTS =
      Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
  private static final Map<String, String> NO_SNAPSHOTS =
      Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");

  private final List<String> done = new ArrayList<>();

  @Test
  void registersOnlyWhereThereAreSnapshots() {
    assertThat(Priming.register(SNAPSHOTS, tables -> {}, List.of(), () -> {})).isTrue();
    assertThat(Priming.register(NO_SNAPSHOTS, tables -> {}, List.of(), () -> {})).isFalse();
    assertThat(Priming.register(Map.of(), tables -> {}, List.of(), () -> {})).isFalse();
  }

  @Test
  void rehearsesManyTimesWithAClientThatItClosesAndThenReadsOnceWhatIsKept() {
    var client = new Tables();

    new Priming(tables -> done.add("rehearsed"), () -> client, List.of(), () -> done.add("read"))
        .beforeCheckpoint(new Nowhere());

    assertThat(done).hasSizeGreaterThan(20).endsWith("rehearsed", "closed", "read");
    assertThat(Collections.frequency(done, "read")).isEqualTo(1);
    assertThat(Collections.frequency(done, "closed")).isEqualTo(1);
  }

  @Test
  void aRehearsalThatFailsMakesNothingElseFail() {
    new Priming(
            tables -> {
              done.add("rehearsed");
              throw new IllegalStateException("no network here");
            },
            Tables::new,
            List.of(),
            () -> {
              done.add("read");
              throw new IllegalStateException("nothing is published yet");
            })
        .beforeCheckpoint(new Nowhere());

    assertThat(done).containsExactly("rehearsed", "closed", "read");
  }

  @Test
  void runsBesideTheStartOnlyWhereThereAreNoSnapshots() throws InterruptedException {
    var ran = new CountDownLatch(1);
    var ranWithSnapshots = new AtomicBoolean();

    Priming.beside(SNAPSHOTS, tables -> ranWithSnapshots.set(true));
    Priming.beside(NO_SNAPSHOTS, tables -> ran.countDown());

    assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(ranWithSnapshots).isFalse();
  }

  private final class Tables implements DynamoDbClient {
    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {
      done.add("closed");
    }
  }

  /** A context that takes no snapshots. */
  private static final class Nowhere extends Context<Resource> {
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
      // no snapshot
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
      // no snapshot
    }

    @Override
    public void register(Resource resource) {
      // no snapshot
    }
  }
}
