package dev.warmline.testkit;

import dev.warmline.handoff.ChatThread;
import dev.warmline.handoff.Deliveries;
import dev.warmline.lead.NoticeId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deliveries in memory. */
public final class MemoryDeliveries implements Deliveries {
  private record Key(NoticeId id, String channel) {}

  private record Lease(String holder, Instant until) {}

  private final Map<Key, Lease> leases = new HashMap<>();
  private final Set<Key> done = new HashSet<>();
  private final Map<Key, ChatThread> threads = new HashMap<>();
  private final Faults faults = new Faults();

  /** Trouble to plan. */
  public Faults faults() {
    return faults;
  }

  @Override
  public DeliveryClaim claim(
      NoticeId id, String channel, String holder, Instant now, Instant leaseUntil) {
    return faults.around(
        "claim delivery of " + id,
        () -> take(new Key(id, channel), new Lease(holder, leaseUntil), now));
  }

  @Override
  public void markDone(NoticeId id, String channel, Instant now) {
    faults.around("mark delivery of " + id, () -> mark(new Key(id, channel)));
  }

  @Override
  public boolean isDone(NoticeId id, String channel) {
    return faults.around("look at delivery of " + id, () -> isMarked(new Key(id, channel)));
  }

  @Override
  public void keepThread(NoticeId cycle, String channel, ChatThread thread) {
    faults.around("keep thread of " + cycle, () -> keep(new Key(cycle, channel), thread));
  }

  @Override
  public Optional<ChatThread> findThread(NoticeId cycle, String channel) {
    return faults.around("find thread of " + cycle, () -> find(new Key(cycle, channel)));
  }

  @Override
  public void release(NoticeId id, String channel, String holder) {
    faults.around("release delivery of " + id, () -> free(new Key(id, channel), holder));
  }

  private synchronized DeliveryClaim take(Key key, Lease wanted, Instant now) {
    if (done.contains(key)) {
      return DeliveryClaim.DONE;
    }
    var held = leases.get(key);
    if (held != null && !held.holder().equals(wanted.holder()) && held.until().isAfter(now)) {
      return DeliveryClaim.HELD;
    }
    leases.put(key, wanted);
    return DeliveryClaim.OURS;
  }

  private synchronized void mark(Key key) {
    done.add(key);
  }

  private synchronized boolean isMarked(Key key) {
    return done.contains(key);
  }

  private synchronized void keep(Key key, ChatThread thread) {
    threads.put(key, thread);
  }

  private synchronized Optional<ChatThread> find(Key key) {
    return Optional.ofNullable(threads.get(key));
  }

  private synchronized void free(Key key, String holder) {
    leases.computeIfPresent(key, (k, lease) -> lease.holder().equals(holder) ? null : lease);
  }
}
