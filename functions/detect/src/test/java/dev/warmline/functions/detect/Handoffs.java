package dev.warmline.functions.detect;

import dev.warmline.event.EventJson;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.ProfileKey;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.AlertId;
import dev.warmline.handoff.AlertPublisher;
import dev.warmline.handoff.AlertStore;
import dev.warmline.handoff.Message;
import dev.warmline.lead.HotSignal;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Link;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ports of a handoff in memory: every lead is MQL in its first cycle. */
final class Handoffs implements LeadStore, AlertStore, AlertPublisher, ParkedEvents {
  private static final Instant SINCE = Instant.parse("2026-03-08T09:00:00Z");

  private record Held(Message message, String owner, Instant until) {}

  final List<String> published = new ArrayList<>();
  final Set<String> unpublishable = new HashSet<>();
  final List<ParkedEvent> parked = new ArrayList<>();
  final List<HotSignal> signals = new ArrayList<>();
  boolean cannotPark;
  private final Map<AlertId, Held> claims = new HashMap<>();
  private final Set<AlertId> sent = new HashSet<>();

  @Override
  public Optional<Lead> findLead(LeadId id) {
    return Optional.of(
        Lead.builder(id, SINCE).stage(Stage.MQL, SINCE).cycle(1).entries(1).publication(1).build());
  }

  @Override
  public List<StageEntry> listHistory(LeadId id) {
    return List.of(
        new StageEntry(
            1,
            SINCE,
            Stage.PROSPECT,
            Stage.MQL,
            1,
            "engagement 65 reached 60",
            "warmline",
            false,
            EventJson.newObject()));
  }

  /** As if another invocation were at it until then. */
  void claimByAnother(AlertId id, Instant until) {
    claims.put(id, new Held(new Message("subject", "text", "{}", Map.of()), "another", until));
  }

  @Override
  public ClaimResult claim(
      AlertId id, Message rendered, String owner, Instant now, Instant leaseUntil) {
    if (sent.contains(id)) {
      return new ClaimResult.Sent();
    }
    var held = claims.getOrDefault(id, new Held(rendered, owner, now));
    if (!held.owner().equals(owner) && held.until().isAfter(now)) {
      return new ClaimResult.Held(held.until());
    }
    claims.put(id, new Held(held.message(), owner, leaseUntil));
    return new ClaimResult.Ours(held.message());
  }

  @Override
  public void release(AlertId id, String owner) {
    claims.computeIfPresent(
        id,
        (key, held) ->
            held.owner().equals(owner) ? new Held(held.message(), owner, Instant.MIN) : held);
  }

  @Override
  public void markSent(AlertId id, Instant now) {
    sent.add(id);
  }

  @Override
  public boolean isSent(AlertId id) {
    return sent.contains(id);
  }

  @Override
  public void publish(AlertId id, Message message) {
    if (unpublishable.contains(id.value())) {
      throw new PublishFailed(id, new IOException("planned"));
    }
    published.add(id.value());
  }

  @Override
  public void park(ParkedEvent event) {
    if (cannotPark) {
      throw new StoreUnavailable("park", new IOException("planned"));
    }
    parked.add(event);
  }

  @Override
  public Optional<Link> findLink(ProfileKey profile) {
    throw new UnsupportedOperationException("a handoff reads no links");
  }

  @Override
  public List<HotSignal> listSignals(LeadId id, int cycle) {
    return signals;
  }

  @Override
  public List<LeadId> listDue(Instant now, int limit) {
    throw new UnsupportedOperationException("a handoff is told which lead");
  }

  @Override
  public Committed commit(List<Change> changes) {
    throw new UnsupportedOperationException("a handoff changes no lead");
  }
}
