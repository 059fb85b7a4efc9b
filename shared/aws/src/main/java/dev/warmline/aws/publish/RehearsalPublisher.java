package dev.warmline.aws.publish;

import dev.warmline.aws.runtime.RehearsalClients;
import dev.warmline.aws.runtime.RehearsalTables;

/** Publishes to nobody, by way of the real client. */
public final class RehearsalPublisher {
  private RehearsalPublisher() {}

  /** A publisher whose answers come from there. */
  public static SnsAlertPublisher over(RehearsalTables tables) {
    return new SnsAlertPublisher(RehearsalClients.topic(tables), "arn:aws:sns:::rehearsal");
  }
}
