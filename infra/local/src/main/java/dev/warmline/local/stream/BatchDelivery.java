package dev.warmline.local.stream;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Hands one batch to the function until every record of it is done or given up, as an event source
 * mapping with ReportBatchItemFailures and BisectBatchOnFunctionError does.
 *
 * <p>A partial failure is tried again from the lowest failed record; a batch that failed as a whole
 * is halved. A record is given up only after it failed alone and is too old.
 */
record BatchDelivery(StreamFunction function, Retries retries, Consumer<Record> givenUp) {
  /** What an attempt left to do. */
  private sealed interface Outcome {
    record Done() implements Outcome {}

    record FailedFrom(int index) implements Outcome {}

    record FailedWhole() implements Outcome {}
  }

  void deliver(List<Record> batch) throws InterruptedException {
    var work = new ArrayDeque<List<Record>>();
    work.push(batch);
    var failures = 0;
    while (!work.isEmpty()) {
      var next = work.pop();
      switch (attempt(next)) {
        case Outcome.Done() -> failures = 0;
        case Outcome.FailedFrom(int index) -> {
          failures = index > 0 ? 1 : failures + 1;
          again(next.subList(index, next.size()), false, work);
          retries.waitAfter(failures);
        }
        case Outcome.FailedWhole() -> {
          failures++;
          again(next, true, work);
          retries.waitAfter(failures);
        }
      }
    }
  }

  private void again(List<Record> rest, boolean halve, Deque<List<Record>> work) {
    if (halve && rest.size() > 1) {
      work.push(rest.subList(rest.size() / 2, rest.size()));
      work.push(rest.subList(0, rest.size() / 2));
    } else if (retries.isTooOld(rest.getFirst().dynamodb().approximateCreationDateTime())) {
      givenUp.accept(rest.getFirst());
      if (rest.size() > 1) {
        work.push(rest.subList(1, rest.size()));
      }
    } else {
      work.push(rest);
    }
  }

  private Outcome attempt(List<Record> batch) throws InterruptedException {
    try {
      return outcome(batch, function.handle(LambdaRecords.batch(batch)));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      System.err.println("a batch of " + batch.size() + " failed: " + e);
      return new Outcome.FailedWhole();
    }
  }

  private static Outcome outcome(List<Record> batch, @Nullable StreamsEventResponse answer) {
    if (answer == null
        || answer.getBatchItemFailures() == null
        || answer.getBatchItemFailures().isEmpty()) {
      return new Outcome.Done();
    }
    var failed =
        answer.getBatchItemFailures().stream().map(BatchItemFailure::getItemIdentifier).toList();
    var numbers = batch.stream().map(record -> record.dynamodb().sequenceNumber()).toList();
    if (!numbers.containsAll(failed)) {
      return new Outcome.FailedWhole();
    }
    return new Outcome.FailedFrom(failed.stream().mapToInt(numbers::indexOf).min().orElseThrow());
  }
}
