package dev.warmline.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.local.inbox.Notifications;
import dev.warmline.local.page.Idle;
import dev.warmline.local.stream.StreamPump;

/** The two streams and the topic behind them, in their order. */
record Pipeline(Activity activity, StreamPump events, StreamPump leads, Notifications notifications)
    implements Idle, AutoCloseable {
  void start() {
    notifications.start();
    leads.start();
    events.start();
  }

  @Override
  public void close() {
    events.close();
    leads.close();
    notifications.close();
  }

  /** Says that something was written, so that nobody waits for the next look. */
  void wake() {
    events.wake();
    leads.wake();
  }

  @Override
  public JsonNode toJson() {
    wake();
    return JsonNodeFactory.instance
        .objectNode()
        .put("idle", isIdle())
        .put("givenUp", events.givenUp() + leads.givenUp());
  }

  /**
   * Whether all that was accepted before this call is worked off: nothing is being written, the
   * events stream was found empty after the last write, the leads stream after that and after the
   * last batch of events, and the topic has delivered.
   */
  boolean isIdle() {
    var before = activity.snapshot();
    return before.open() == 0
        && events.isIdleSince(before.lastEnd())
        && leads.isIdleSince(latest(before.lastEnd(), events.lastWork()))
        && notifications.isIdle()
        && activity.snapshot().equals(before);
  }

  private static long latest(long one, long other) {
    return one - other > 0 ? one : other;
  }
}
