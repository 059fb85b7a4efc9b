package dev.warmline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class LanesTest {
  private final ConcurrentSkipListSet<Integer> done = new ConcurrentSkipListSet<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 64})
  void allWorkIsDoneWhenItReturns(int width) {
    new Lanes(width).forEach(List.of(1, 2, 3, 4, 5), done::add);

    assertThat(done).containsExactly(1, 2, 3, 4, 5);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 64})
  void resultsComeInTheOrderOfTheItemsWhoeverIsDoneFirst(int width) {
    var lastFirst = new CountDownLatch(width == 1 ? 0 : 1);

    var results =
        new Lanes(width)
            .map(
                List.of(1, 2, 3, 4),
                item -> {
                  if (item == 2) {
                    lastFirst.countDown();
                  } else if (item == 1) {
                    await(lastFirst);
                  }
                  return "r" + item;
                });

    assertThat(results).containsExactly("r1", "r2", "r3", "r4");
  }

  @Test
  void asMuchIsUnderWayAtOnceAsThereAreLanesAndNeverMore() {
    var allLanes = new CyclicBarrier(4);
    var underWay = new AtomicInteger();
    var most = new AtomicInteger();

    new Lanes(4)
        .forEach(
            IntStream.range(0, 40).boxed().toList(),
            item -> {
              most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              await(allLanes);
              underWay.decrementAndGet();
            });

    assertThat(most).hasValue(4);
  }

  @Test
  void itemsAreAskedForOnlyWhenALaneIsFree() {
    var ended = new AtomicInteger();
    var furthestAhead = new AtomicInteger();
    var asked =
        IntStream.range(0, 1_000)
            .boxed()
            .peek(item -> furthestAhead.accumulateAndGet(item - ended.get(), Math::max));

    new Lanes(2).forEach(asked.iterator(), item -> ended.incrementAndGet());

    assertThat(ended).hasValue(1_000);
    assertThat(furthestAhead.get()).isLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theFirstFailureIsThrownAndNothingNewIsStarted(int width) {
    assertThatThrownBy(
            () ->
                new Lanes(width)
                    .forEach(IntStream.range(0, 1_000).boxed().toList(), this::unlessThree))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("planned 3");
    assertThat(done).contains(0, 1, 2).doesNotContain(3).hasSizeLessThan(1_000);
  }

  @Test
  void aLaterFailureDoesNotTakeThePlaceOfTheFirst() {
    var firstToFail = new CompletableFuture<Thread>();

    assertThatThrownBy(
            () ->
                new Lanes(2)
                    .forEach(
                        List.of(1, 2),
                        item -> {
                          if (item == 1) {
                            awaitEnd(firstToFail.join());
                          } else {
                            firstToFail.complete(Thread.currentThread());
                          }
                          throw new IllegalArgumentException("planned " + item);
                        }))
        .hasMessage("planned 2");
  }

  @Test
  void whatIsUnderWayEndsBeforeTheFailureIsThrown() {
    var failed = new CountDownLatch(1);
    var ended = new AtomicBoolean();

    assertThatThrownBy(
            () ->
                new Lanes(2)
                    .forEach(
                        List.of(1, 2),
                        item -> {
                          if (item == 2) {
                            failed.countDown();
                            throw new IllegalArgumentException("planned");
                          }
                          await(failed);
                          ended.set(true);
                        }))
        .hasMessage("planned");
    assertThat(ended).isTrue();
  }

  @Test
  void workThatDiedIsNotTakenForDone() {
    assertThatThrownBy(() -> new Lanes(2).forEach(List.of(1, 2, 3), this::dieAtTwo))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(OutOfMemoryError.class);
    assertThat(done).contains(1).doesNotContain(2);
  }

  @Test
  void anInterruptReachesTheWorkStartsNothingNewAndStaysSet() throws InterruptedException {
    var started = new CountDownLatch(2);
    var interrupted = new AtomicInteger();
    var thrown = new AtomicReference<Throwable>();
    var stays = new AtomicBoolean();
    var caller =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  try {
                    new Lanes(3)
                        .forEach(
                            List.of(1, 2),
                            item -> {
                              started.countDown();
                              try {
                                new CountDownLatch(1).await();
                              } catch (InterruptedException e) {
                                interrupted.incrementAndGet();
                                throw new IllegalStateException("interrupted", e);
                              }
                            });
                  } catch (RuntimeException e) {
                    thrown.set(e);
                    stays.set(Thread.currentThread().isInterrupted());
                  }
                });

    caller.start();
    started.await();
    caller.interrupt();
    caller.join();

    assertThat(interrupted).hasValue(2);
    assertThat(thrown.get()).hasMessage("interrupted");
    assertThat(stays).isTrue();
  }

  @Test
  void whoIsInterruptedBeforehandStartsNothing() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> new Lanes(2).forEach(List.of(1, 2, 3), done::add))
          .isInstanceOf(StoreUnavailable.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(done).isEmpty();
  }

  @Test
  void withoutALaneNothingCouldBeDone() {
    assertThatThrownBy(() -> new Lanes(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private void unlessThree(int item) {
    if (item == 3) {
      throw new IllegalArgumentException("planned " + item);
    }
    done.add(item);
  }

  private void dieAtTwo(int item) {
    if (item == 2) {
      throw new OutOfMemoryError("planned");
    }
    done.add(item);
  }

  private static void awaitEnd(Thread thread) {
    try {
      assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
