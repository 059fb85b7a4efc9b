package dev.warmline.testkit;

import dev.warmline.handoff.AlertId;
import dev.warmline.handoff.AlertStore;
import dev.warmline.handoff.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Alerts in memory. */
public final class MemoryAlertStore implements AlertStore {
  private record Stored(Message message, String owner, Instant leaseUntil) {
    Stored until(Instant instant) {
      return new Stored(message, owner, instant);
    }
  }

  private final Map<AlertId, Stored> claims = new HashMap<>();
  private final Map<AlertId, Instant> sent = new HashMap<>();
  private final Faults faults = new Faults();

  /** Trouble to plan. */
  public Faults faults() {
    return faults;
  }

  @Override
  public ClaimResult claim(
      AlertId id, Message rendered, String owner, Instant now, Instant leaseUntil) {
    return faults.around(
        "claim alert " + id, () -> take(id, new Stored(rendered, owner, leaseUntil), now));
  }

  @Override
  public void release(AlertId id, String owner) {
    faults.around("release alert " + id, () -> giveBack(id, owner));
  }

  @Override
  public void markSent(AlertId id, Instant now) {
    faults.around("mark alert " + id + " as sent", () -> mark(id, now));
  }

  @Override
  public boolean isSent(AlertId id) {
    return faults.around("read alert " + id, () -> sentAt(id).isPresent());
  }

  /** When the alert was marked as sent. */
  public synchronized Optional<Instant> sentAt(AlertId id) {
    return Optional.ofNullable(sent.get(id));
  }

  private synchronized ClaimResult take(AlertId id, Stored wanted, Instant now) {
    if (sent.containsKey(id)) {
      return new ClaimResult.Sent();
    }
    var held = claims.get(id);
    if (held != null && !held.owner().equals(wanted.owner()) && held.leaseUntil().isAfter(now)) {
      return new ClaimResult.Held(held.leaseUntil());
    }
    var message = held == null ? wanted.message() : held.message();
    claims.put(id, new Stored(message, wanted.owner(), wanted.leaseUntil()));
    return new ClaimResult.Ours(message);
  }

  private synchronized void giveBack(AlertId id, String owner) {
    claims.computeIfPresent(
        id, (key, held) -> held.owner().equals(owner) ? held.until(Instant.MIN) : held);
  }

  private synchronized void mark(AlertId id, Instant now) {
    sent.putIfAbsent(id, now);
  }
}
