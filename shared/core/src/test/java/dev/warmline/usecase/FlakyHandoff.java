package dev.warmline.usecase;

import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.AlertId;
import dev.warmline.handoff.AlertPublisher;
import dev.warmline.handoff.AlertStore;
import dev.warmline.handoff.Message;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The alert store and the publisher in memory, with one planned crash: before a step has its
 * effect, or after it, as when the answer gets lost.
 */
final class FlakyHandoff implements AlertStore, AlertPublisher {
  enum Crash {
    NONE,
    BEFORE_CLAIM,
    AFTER_CLAIM,
    BEFORE_PUBLISH,
    AFTER_PUBLISH,
    BEFORE_MARK,
    AFTER_MARK
  }

  record Sent(AlertId id, Message message) {}

  private record Held(Message message, String owner, Instant until) {}

  private final Map<AlertId, Held> claims = new HashMap<>();
  private final List<AlertId> marked = new ArrayList<>();
  final List<Sent> published = new ArrayList<>();
  private Crash next = Crash.NONE;
  private boolean failsToRelease;

  void failReleases() {
    failsToRelease = true;
  }

  void crashNext(Crash crash) {
    next = crash;
  }

  @Override
  public ClaimResult claim(
      AlertId id, Message rendered, String owner, Instant now, Instant leaseUntil) {
    crash(Crash.BEFORE_CLAIM);
    var result = take(id, rendered, owner, now, leaseUntil);
    crash(Crash.AFTER_CLAIM);
    return result;
  }

  private ClaimResult take(AlertId id, Message rendered, String owner, Instant now, Instant until) {
    if (marked.contains(id)) {
      return new ClaimResult.Sent();
    }
    var held = claims.get(id);
    if (held != null && !held.owner().equals(owner) && held.until().isAfter(now)) {
      return new ClaimResult.Held(held.until());
    }
    var stored = held == null ? rendered : held.message();
    claims.put(id, new Held(stored, owner, until));
    return new ClaimResult.Ours(stored);
  }

  @Override
  public void release(AlertId id, String owner) {
    if (failsToRelease) {
      throw new StoreUnavailable("planned", new IOException("planned"));
    }
    claims.computeIfPresent(
        id,
        (key, held) ->
            held.owner().equals(owner) ? new Held(held.message(), owner, Instant.MIN) : held);
  }

  @Override
  public void markSent(AlertId id, Instant now) {
    crash(Crash.BEFORE_MARK);
    marked.add(id);
    crash(Crash.AFTER_MARK);
  }

  @Override
  public boolean isSent(AlertId id) {
    return marked.contains(id);
  }

  @Override
  public void publish(AlertId id, Message message) {
    if (next == Crash.BEFORE_PUBLISH) {
      next = Crash.NONE;
      throw new PublishFailed(id, new IOException("planned"));
    }
    published.add(new Sent(id, message));
    if (next == Crash.AFTER_PUBLISH) {
      next = Crash.NONE;
      throw new PublishFailed(id, new IOException("planned"));
    }
  }

  private void crash(Crash here) {
    if (next == here) {
      next = Crash.NONE;
      throw new StoreUnavailable("planned", new IOException("planned"));
    }
  }
}
