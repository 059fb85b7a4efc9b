package dev.warmline.local.stream;

import dev.warmline.aws.dynamo.Schema;
import dev.warmline.event.Lanes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * An event source mapping on one machine: reads a stream with real shard iterators and hands its
 * records to a function in batches. A mark moves only after the function is done with what lies
 * before it, so after a crash some records come again and none is missed.
 */
public final class StreamPump implements AutoCloseable {
  private static final Duration DISCOVER_EVERY = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

  private final Mapping mapping;
  private final ShardReader reader;
  private final BatchDelivery delivery;
  private final Semaphore bell = new Semaphore(0);
  private final AtomicInteger givenUp = new AtomicInteger();
  private final Lanes lanes;
  private final Thread thread;
  private volatile boolean stopped;
  private volatile long lastWork = System.nanoTime();
  private volatile Optional<Long> emptySince = Optional.empty();
  private long discovered;

  /**
   * What is connected with what.
   *
   * @param name for logs and threads
   * @param filter records that do not pass count as done
   * @param batchSize the most records of one read
   * @param lanes how many batches of one read are in work at once; records of one partition key
   *     keep their order
   * @param afterBatch called after each batch, to wake who reads what it wrote
   */
  public record Mapping(
      String name,
      String streamArn,
      StreamFunction function,
      Predicate<Record> filter,
      int batchSize,
      int lanes,
      Runnable afterBatch) {}

  /** A pump that is not started yet. */
  public StreamPump(
      DynamoDbStreamsClient client, Mapping mapping, Checkpoints checkpoints, Retries retries) {
    this.mapping = mapping;
    this.reader = new ShardReader(client, mapping.streamArn(), checkpoints, mapping.batchSize());
    this.lanes = new Lanes(mapping.lanes());
    this.delivery = new BatchDelivery(mapping.function(), retries, this::giveUp);
    this.thread = Thread.ofVirtual().name("pump-" + mapping.name()).unstarted(this::run);
  }

  /** Starts reading in the background. */
  public void start() {
    thread.start();
  }

  /** Says that there may be something to read, so that it is read at once. */
  public void wake() {
    bell.release();
  }

  /** How many records were given up because they failed for too long. */
  public int givenUp() {
    return givenUp.get();
  }

  /** {@link System#nanoTime} when the last batch was done. */
  public long lastWork() {
    return lastWork;
  }

  /**
   * Whether everything written before that instant is worked off: since then a whole pass over all
   * shards began, found nothing, and nothing was found after it.
   *
   * @param nanoTime as of {@link System#nanoTime}
   */
  public boolean isIdleSince(long nanoTime) {
    return emptySince.filter(since -> since - nanoTime > 0).isPresent();
  }

  /**
   * One pass over all shards: reads each once and works off what it read.
   *
   * @return whether there was nothing to read
   */
  public boolean pass() {
    var begun = System.nanoTime();
    discoverIfDue();
    var nothing = !reader.readable().isEmpty();
    for (var shard : reader.readable()) {
      nothing &= passOver(shard);
    }
    emptySince = nothing ? Optional.of(begun) : Optional.empty();
    return nothing;
  }

  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopped) {
      try {
        if (pass()) {
          waitFor(LOOK_EVERY);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        trouble(e);
      }
    }
  }

  /** A position that is too old to read on from: the next pass starts again at the mark. */
  private static boolean isStalePosition(RuntimeException e) {
    return e instanceof ExpiredIteratorException || e instanceof TrimmedDataAccessException;
  }

  private void trouble(RuntimeException e) {
    if (stopped) {
      return;
    }
    if (!isStalePosition(e)) {
      System.err.println("stream " + mapping.name() + ": " + e.getMessage());
    }
    try {
      waitFor(AFTER_TROUBLE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
  }

  private void waitFor(Duration length) throws InterruptedException {
    if (bell.tryAcquire(length.toNanos(), TimeUnit.NANOSECONDS)) {
      bell.drainPermits();
    }
  }

  private void discoverIfDue() {
    if (discovered == 0
        || System.nanoTime() - discovered > DISCOVER_EVERY.toNanos()
        || reader.readable().isEmpty()) {
      reader.discover();
      discovered = System.nanoTime();
    }
  }

  private boolean passOver(String shard) {
    try {
      var read = reader.read(shard);
      if (!read.records().isEmpty()) {
        emptySince = Optional.empty();
        work(read.records().stream().filter(mapping.filter()).toList());
      }
      reader.advance(shard, read);
      if (read.closed()) {
        discovered = 0;
      }
      return read.records().isEmpty() && !read.closed();
    } catch (SdkException e) {
      emptySince = Optional.empty();
      reader.rewind(shard);
      throw e;
    }
  }

  private void work(List<Record> records) {
    lanes.forEach(byLane(records), this::deliver);
    lastWork = System.nanoTime();
    mapping.afterBatch().run();
  }

  private void deliver(List<Record> part) {
    try {
      delivery.deliver(part);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a batch was broken off", e);
    }
  }

  private List<List<Record>> byLane(List<Record> records) {
    var parts = new TreeMap<Integer, List<Record>>();
    for (var record : records) {
      var lane =
          Math.floorMod(Objects.hashCode(record.dynamodb().keys().get(Schema.PK)), mapping.lanes());
      parts.computeIfAbsent(lane, any -> new ArrayList<>()).add(record);
    }
    return List.copyOf(parts.values());
  }

  private void giveUp(Record record) {
    givenUp.incrementAndGet();
    System.err.println(
        "stream " + mapping.name() + ": gave up record " + record.dynamodb().sequenceNumber());
  }
}
