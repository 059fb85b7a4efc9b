package dev.warmline.aws.runtime;

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

class WarmUpTest {
  private static final Map<String, String> SNAPSHOTS =
      Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
  private static final Map<String, String> NO_SNAPSHOTS =
      Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");

  private final List<String> done = new ArrayList<>();

  @Test
  void registersOnlyWhereThereAreSnapshots() {
    assertThat(WarmUp.register(SNAPSHOTS, () -> {}, List.of())).isTrue();
    assertThat(WarmUp.register(NO_SNAPSHOTS, () -> {}, List.of())).isFalse();
    assertThat(WarmUp.register(Map.of(), () -> {}, List.of())).isFalse();
  }

  @Test
  void rehearsesManyTimesAndThenReadsOnceWhatIsKept() {
    new WarmUp(() -> done.add("rehearsed"), List.of(), () -> done.add("read"))
        .beforeCheckpoint(new Nowhere());

    assertThat(done).hasSizeGreaterThan(20).endsWith("rehearsed", "read");
    assertThat(Collections.frequency(done, "read")).isEqualTo(1);
  }

  @Test
  void aWarmUpThatFailsMakesNothingElseFail() {
    new WarmUp(
            () -> {
              done.add("rehearsed");
              throw new IllegalStateException("no loopback here");
            },
            List.of(),
            () -> {
              done.add("read");
              throw new IllegalStateException("nothing is published yet");
            })
        .beforeCheckpoint(new Nowhere());

    assertThat(done).containsExactly("rehearsed", "read");
  }

  @Test
  void runsBesideTheStartOnlyWhereThereAreNoSnapshots() throws InterruptedException {
    var ran = new CountDownLatch(1);
    var ranWithSnapshots = new AtomicBoolean();

    WarmUp.beside(SNAPSHOTS, () -> ranWithSnapshots.set(true));
    WarmUp.beside(NO_SNAPSHOTS, ran::countDown);

    assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(ranWithSnapshots).isFalse();
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
