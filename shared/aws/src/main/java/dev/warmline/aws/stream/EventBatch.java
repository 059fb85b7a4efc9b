package dev.warmline.aws.stream;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import dev.warmline.event.Event;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.StoreUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The events in a batch of the events stream, and how to report the first that failed. */
public final class EventBatch {
  private final List<Event> events = new ArrayList<>();
  private final List<String> sequenceNumbers = new ArrayList<>();
  private String unparked = "";

  private EventBatch() {}

  /**
   * Reads the inserted events; a record that holds none is parked, so that nothing waits for it.
   */
  public static EventBatch read(DynamodbEvent records, ParkedEvents parked, Instant now) {
    var batch = new EventBatch();
    for (var record : records.getRecords()) {
      if (!batch.add(record, parked, now)) {
        batch.unparked = record.getDynamodb().getSequenceNumber();
        break;
      }
    }
    return batch;
  }

  /** The events, in the order of the stream. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  /**
   * What to answer Lambda: the first record that must come again, or that all are done.
   *
   * @param failed the index of the first failed event
   */
  public StreamsEventResponse answer(OptionalInt failed) {
    var from = failed.isPresent() ? sequenceNumbers.get(failed.getAsInt()) : unparked;
    return new StreamsEventResponse(
        from.isEmpty() ? List.of() : List.of(new BatchItemFailure(from)));
  }

  private boolean add(DynamodbStreamRecord record, ParkedEvents parked, Instant now) {
    try {
      StreamImages.event(record)
          .ifPresent(
              event -> {
                events.add(event);
                sequenceNumbers.add(record.getDynamodb().getSequenceNumber());
              });
      return true;
    } catch (PoisonRecord poison) {
      return isParked(record, poison, parked, now);
    }
  }

  private static boolean isParked(
      DynamodbStreamRecord record, PoisonRecord poison, ParkedEvents parked, Instant now) {
    var keys = StreamImages.image(record.getDynamodb().getKeys());
    try {
      parked.park(
          new ParkedEvent(
              "events-stream", String.valueOf(poison.getMessage()), now, keys.toString()));
      return true;
    } catch (StoreUnavailable unavailable) {
      return false;
    }
  }
}
