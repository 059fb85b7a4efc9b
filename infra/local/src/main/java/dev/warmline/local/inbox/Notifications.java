package dev.warmline.local.inbox;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The queue behind the topic: delivers its messages to the notify function, one after the other,
 * each until it succeeds or was tried often enough.
 */
public final class Notifications implements AutoCloseable {
  private static final int ATTEMPTS = 12;
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final NotifyFunction function;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private final Thread thread = Thread.ofVirtual().name("notify").unstarted(this::run);
  private volatile String current = "";

  /** The function that takes from the queue. */
  @FunctionalInterface
  public interface NotifyFunction {
    /** Takes one message; names it if it must be delivered again. */
    SQSBatchResponse receive(SQSEvent event);
  }

  private record Waiting(String alert, String body) {}

  /** Deliveries to this function, not started yet. */
  public Notifications(NotifyFunction function) {
    this.function = function;
  }

  /** Starts delivering in the background. */
  public void start() {
    thread.start();
  }

  /** Queues a message for the function. */
  public void add(String alert, String body) {
    open.incrementAndGet();
    queue.add(new Waiting(alert, body));
  }

  /** The alert that is being delivered right now; empty if none is. */
  public String current() {
    return current;
  }

  /** Whether everything is delivered or given up. */
  public boolean isIdle() {
    return open.get() == 0;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (true) {
        var next = queue.take();
        current = next.alert();
        deliver(next);
        current = "";
        open.decrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(Waiting message) throws InterruptedException {
    var wait = FIRST_WAIT;
    for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (isTaken(message)) {
        return;
      }
      System.err.println("notify: alert " + message.alert() + " not taken, attempt " + attempt);
      Thread.sleep(wait);
      wait = wait.compareTo(LONGEST_WAIT) > 0 ? wait : wait.multipliedBy(2);
    }
    System.err.println("notify: gave up alert " + message.alert());
  }

  private boolean isTaken(Waiting message) {
    try {
      return function.receive(event(message.body())).getBatchItemFailures().isEmpty();
    } catch (RuntimeException e) {
      System.err.println("notify failed: " + e.getMessage());
      return false;
    }
  }

  private static SQSEvent event(String body) {
    var message = new SQSEvent.SQSMessage();
    message.setMessageId(UUID.randomUUID().toString());
    message.setEventSource("aws:sqs");
    message.setBody(body);
    var event = new SQSEvent();
    event.setRecords(List.of(message));
    return event;
  }
}
