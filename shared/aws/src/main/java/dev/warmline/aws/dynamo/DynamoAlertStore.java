package dev.warmline.aws.dynamo;

import dev.warmline.handoff.AlertId;
import dev.warmline.handoff.AlertStore;
import dev.warmline.handoff.Message;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Alerts in the leads table, beside their lead. */
public final class DynamoAlertStore implements AlertStore {
  private final Leases leases;

  /** A store in the leads table. */
  public DynamoAlertStore(DynamoDbClient client, String leadsTable) {
    this.leases = new Leases(client, leadsTable);
  }

  @Override
  public ClaimResult claim(
      AlertId id, Message rendered, String owner, Instant now, Instant leaseUntil) {
    var wish = new Leases.Wish(owner, now, leaseUntil);
    var taken =
        Calls.call(
            "claim alert " + id, () -> leases.take(Keys.alert(id), wish, Messages.write(rendered)));
    return switch (taken) {
      case Leases.Taken.Ours(var item) -> new ClaimResult.Ours(Messages.read(Leases.body(item)));
      case Leases.Taken.Held(var until) -> new ClaimResult.Held(until);
      case Leases.Taken.Done() -> new ClaimResult.Sent();
    };
  }

  /** The bodies of an alert as they were stored when it was claimed; empty if it never was. */
  public Optional<Message> findMessage(AlertId id) {
    return Calls.call("read alert " + id, () -> leases.findBody(Keys.alert(id)))
        .map(Messages::read);
  }

  @Override
  public void release(AlertId id, String owner) {
    Calls.run("release alert " + id, () -> leases.release(Keys.alert(id), owner));
  }

  @Override
  public void markSent(AlertId id, Instant now) {
    Calls.run("mark alert " + id + " as sent", () -> leases.markDone(Keys.alert(id), now));
  }

  @Override
  public boolean isSent(AlertId id) {
    return Calls.call("read alert " + id, () -> leases.isDone(Keys.alert(id)));
  }
}
