package dev.warmline.local.stream;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;

/** A function behind an event source mapping that reports batch item failures. */
@FunctionalInterface
public interface StreamFunction {

  /**
   * Takes one batch.
   *
   * @return the sequence numbers that failed; none if all went well
   * @throws Exception if the whole batch failed
   */
  StreamsEventResponse handle(DynamodbEvent batch) throws Exception;
}
