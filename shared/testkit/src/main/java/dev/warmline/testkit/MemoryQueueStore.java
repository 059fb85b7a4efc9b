package dev.warmline.testkit;

import dev.warmline.team.QueueStore;
import dev.warmline.team.QueueTurns;
import java.util.HashMap;
import java.util.Map;

/** Turns of queues in memory. */
public final class MemoryQueueStore implements QueueStore {
  private final Map<String, QueueTurns> turns = new HashMap<>();
  private final Faults faults = new Faults();

  /** Trouble to plan. */
  public Faults faults() {
    return faults;
  }

  @Override
  public QueueTurns find(String queue) {
    return faults.around("read the turns of a queue", () -> stored(queue));
  }

  @Override
  public boolean write(QueueTurns written) {
    return faults.around("write the turns of a queue", () -> replace(written));
  }

  private synchronized QueueTurns stored(String queue) {
    return turns.getOrDefault(queue, QueueTurns.none(queue));
  }

  private synchronized boolean replace(QueueTurns written) {
    var isNewest = stored(written.queue()).version() == written.version();
    if (isNewest) {
      turns.put(written.queue(), written.stored());
    }
    return isNewest;
  }
}
