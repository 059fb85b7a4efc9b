package dev.warmline.measure.proof;

import dev.warmline.event.Lanes;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Sends requests over some connections, each again until it is answered with success. */
final class Senders {
  private static final long FIRST_WAIT_MILLIS = 50;
  private static final long LONGEST_WAIT_MILLIS = 1_000;
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final Client client;
  private final List<Sent.Request> requests;
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger retries = new AtomicInteger();

  Senders(Client client, List<Sent.Request> requests) {
    this.client = client;
    this.requests = List.copyOf(requests);
  }

  /** How often a request had to be sent again. */
  int retries() {
    return retries.get();
  }

  /**
   * Sends everything.
   *
   * @param progress told the number of answered requests after each
   * @throws IOException if a request was refused, or failed for two minutes
   */
  void send(int connections, IntConsumer progress) throws IOException {
    try {
      new Lanes(connections).forEach(requests, request -> send(request, progress));
    } catch (UncheckedIOException e) {
      throw new IOException("a sender stopped: " + e.getCause(), e);
    }
  }

  private void send(Sent.Request request, IntConsumer progress) {
    try {
      sendUntilTaken(request);
      progress.accept(answered.incrementAndGet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new InterruptedIOException("interrupted"));
    }
  }

  private void sendUntilTaken(Sent.Request request) throws IOException, InterruptedException {
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    var wait = FIRST_WAIT_MILLIS;
    while (!isTaken(request)) {
      if (System.nanoTime() - deadline > 0) {
        throw new IOException("a request was not taken for two minutes");
      }
      retries.incrementAndGet();
      Thread.sleep(wait);
      wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS);
    }
  }

  private boolean isTaken(Sent.Request request) throws IOException, InterruptedException {
    Client.Answer answer;
    try {
      answer = client.post(request.path(), request.writeKey(), request.body());
    } catch (IOException noAnswer) {
      return false;
    }
    if (answer.status() >= 400 && answer.status() < 500 && answer.status() != 429) {
      throw new IOException(request.path() + " answered " + answer.status() + ": " + answer.body());
    }
    return answer.status() == 200;
  }
}
