package dev.warmline.functions.clock;

import dev.warmline.aws.runtime.Causes;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.usecase.TickClock;
import dev.warmline.usecase.TickClock.Ticked;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes down what ticks did; alarms read the numbers.
 *
 * @param subscriptions how many subscriptions the topic has, by state: an alarm tells when a
 *     mailbox that was confirmed is gone
 */
record TickJournal(Journal journal, Supplier<Map<String, Long>> subscriptions) {
  private static final Duration BETWEEN_COUNTS = Duration.ofMinutes(10);

  /** Of what failed only the kind: its words may quote what a visitor sent. */
  void page(Ticked ticked, String requestId, Instant now) {
    ticked.sent().forEach(sent -> journal.alerted(now, sent));
    ticked.failed().forEach((due, why) -> warn(TickClock.name(due), requestId, why));
  }

  /** The sums of a tick that ended at an instant. */
  void tick(long done, long failed, String requestId, Instant now) {
    var counts = new HashMap<String, Long>();
    counts.put("LeadsWorkedOff", done);
    counts.put("LeadsNotWorkedOff", failed);
    if (now.getEpochSecond() % BETWEEN_COUNTS.toSeconds() < Duration.ofMinutes(1).toSeconds()) {
      try {
        counts.putAll(subscriptions.get());
      } catch (RuntimeException unknown) {
        warn("the subscriptions of the topic", requestId, unknown);
      }
    }
    journal.metrics().count(now, counts);
  }

  private void warn(String item, String requestId, RuntimeException why) {
    journal.log().warn("to be retried", requestId, Map.of("item", item, "causes", Causes.of(why)));
  }
}
