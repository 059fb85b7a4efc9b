package dev.warmline.functions.notify;

import dev.warmline.aws.runtime.Journal;
import dev.warmline.usecase.DeliverAlert.Delivered;
import java.time.Instant;
import java.util.Map;

/** Writes down what became of deliveries; the alarm on refused posts reads the numbers. */
record DeliveryJournal(Journal journal) {

  void note(Delivered outcome, String requestId, Instant now) {
    journal.metrics().count(now, Map.of(name(outcome), 1L));
    if (outcome instanceof Delivered.Refused(var id, var status, var reason)) {
      var fields = Map.of("alert", id, "status", status, "reason", reason);
      journal.log().warn("Slack refused an alert", requestId, fields);
    }
  }

  private static String name(Delivered outcome) {
    return switch (outcome) {
      case Delivered.Posted _ -> "SlackPosted";
      case Delivered.Repeated _ -> "SlackRepeated";
      case Delivered.HeldByAnother _ -> "SlackHeld";
      case Delivered.TryAgain _ -> "SlackTryAgain";
      case Delivered.Refused _ -> "SlackRefused";
      case Delivered.NoAlert _ -> "SlackNoAlert";
    };
  }
}
