package dev.warmline.functions.notify;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import dev.warmline.aws.stream.PoisonRecord;
import dev.warmline.aws.stream.StreamImages;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.StepText;
import dev.warmline.lead.StageEntry;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.Teams;
import dev.warmline.usecase.DeliverAlert;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Works off the records of a batch in order: what somebody did with a lead is said below its
 * message, wherever they did it. {@code step-filters.json} lets the same through.
 */
record StepRecords(
    DeliverAlert deliver, Teams teams, DeliveryJournal journal, InstantSource clock) {

  /** The number of the first record that must come again; empty if all are done. */
  Optional<String> firstUndone(List<DynamodbStreamRecord> records, String requestId) {
    return records.stream()
        .filter(change -> !isDone(change, requestId))
        .findFirst()
        .map(change -> change.getDynamodb().getSequenceNumber());
  }

  private boolean isDone(DynamodbStreamRecord change, String requestId) {
    try {
      return StreamImages.step(change).map(step -> isSaid(change, step, requestId)).orElse(true);
    } catch (StoreUnavailable e) {
      journal.log(e, requestId);
      return false;
    } catch (PoisonRecord e) {
      journal.drop(e, requestId);
      return true;
    }
  }

  private boolean isSaid(DynamodbStreamRecord change, StageEntry step, String requestId) {
    var now = clock.instant();
    var words = StepText.of(step, teams.current(now).map(TeamPublication::team));
    if (words.isEmpty()) {
      return true;
    }
    var outcome =
        deliver.deliver(
            StreamImages.lead(change), step, words.get(), NotifyHandler.CHANNEL, requestId, now);
    journal.note(outcome, requestId, now);
    return !outcome.mustComeAgain();
  }
}
