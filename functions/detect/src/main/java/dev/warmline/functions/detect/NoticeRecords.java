package dev.warmline.functions.detect;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import dev.warmline.aws.runtime.Causes;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.AlertPublisher.PublishFailed;
import dev.warmline.lead.NoticeId;
import dev.warmline.usecase.SendNotices;
import dev.warmline.usecase.SendNotices.Outcome;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works off the records of a batch in order: notices are sent, poison is parked. */
record NoticeRecords(SendNotices send, ParkedEvents parked, Journal journal, InstantSource clock) {
  private static final String STREAM = "leads-stream";

  /** The number of the first record that must come again; empty if all are done. */
  Optional<String> firstUndone(List<DynamodbStreamRecord> records, String requestId) {
    return records.stream()
        .filter(change -> !isDone(change, requestId))
        .findFirst()
        .map(change -> change.getDynamodb().getSequenceNumber());
  }

  private boolean isDone(DynamodbStreamRecord change, String requestId) {
    try {
      // One that another holds, or whose time has not come, is done here: the clock finds it.
      NewNotice.of(change).ifPresent(id -> send(id, requestId));
      return true;
    } catch (StoreUnavailable | PublishFailed e) {
      journal.log().warn("to be retried", requestId, Map.of("causes", Causes.of(e)));
      return false;
    } catch (RuntimeException e) {
      return isParked(change, e);
    }
  }

  private void send(NoticeId id, String requestId) {
    if (send.send(id, requestId, clock.instant()) instanceof Outcome.Sent sent) {
      journal.alerted(clock.instant(), sent);
    }
  }

  private boolean isParked(DynamodbStreamRecord change, RuntimeException cause) {
    try {
      var reason = cause.getClass().getSimpleName() + ": " + cause.getMessage();
      parked.park(new ParkedEvent(STREAM, reason, clock.instant(), NewNotice.describe(change)));
      return true;
    } catch (StoreUnavailable e) {
      return false;
    }
  }
}
