package dev.warmline.aws.dynamo;

import dev.warmline.handoff.Deliveries;
import dev.warmline.lead.NoticeId;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Deliveries in the leads table, in partitions of their own. */
public final class DynamoDeliveries implements Deliveries {
  private final Leases leases;

  /** Deliveries in the leads table. */
  public DynamoDeliveries(DynamoDbClient client, String leadsTable) {
    this.leases = new Leases(client, leadsTable);
  }

  @Override
  public DeliveryClaim claim(
      NoticeId id, String channel, String owner, Instant now, Instant leaseUntil) {
    var wish = new Leases.Wish(owner, now, leaseUntil);
    var taken =
        Calls.call("claim delivery of " + id, () -> leases.take(Keys.delivery(id, channel), wish));
    return switch (taken) {
      case Leases.Taken.Ours ours -> DeliveryClaim.OURS;
      case Leases.Taken.Held held -> DeliveryClaim.HELD;
      case Leases.Taken.Done done -> DeliveryClaim.DONE;
    };
  }

  @Override
  public void markDone(NoticeId id, String channel, Instant now) {
    Calls.run("mark delivery of " + id, () -> leases.markDone(Keys.delivery(id, channel), now));
  }

  @Override
  public void release(NoticeId id, String channel, String owner) {
    Calls.run("release delivery of " + id, () -> leases.release(Keys.delivery(id, channel), owner));
  }
}
