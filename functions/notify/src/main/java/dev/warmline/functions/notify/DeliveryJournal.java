package dev.warmline.functions.notify;

import dev.warmline.aws.runtime.Causes;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.usecase.DeliverAlert.Delivered;
import java.time.Instant;
import java.util.Map;

/** Writes down what became of deliveries; the alarm on refused posts reads the numbers. */
record DeliveryJournal(Journal journal) {

  void note(Delivered outcome, String requestId, Instant now) {
    journal.metrics().count(now, Map.of(name(outcome), 1L));
    switch (outcome) {
      case Delivered.Refused(var id, var status, var reason) ->
          warn(
              "Slack refused an alert",
              requestId,
              Map.of("alert", id, "status", status, "reason", reason));
      case Delivered.TryAgain(var id, var pause) ->
          warn("Slack does not take an alert now", requestId, Map.of("alert", id, "pause", pause));
      case Delivered.Posted _,
          Delivered.Repeated _,
          Delivered.HeldByAnother _,
          Delivered.Nowhere _,
          Delivered.NoAlert _ -> {}
    }
  }

  void log(RuntimeException trouble, String requestId) {
    warn("to be retried", requestId, Map.of("causes", Causes.of(trouble)));
  }

  void drop(RuntimeException poison, String requestId) {
    warn("dropped", requestId, Map.of("causes", Causes.of(poison)));
  }

  private void warn(String what, String requestId, Map<String, Object> fields) {
    journal.log().warn(what, requestId, fields);
  }

  private static String name(Delivered outcome) {
    return switch (outcome) {
      case Delivered.Posted _ -> "SlackPosted";
      case Delivered.Repeated _ -> "SlackRepeated";
      case Delivered.HeldByAnother _ -> "SlackHeld";
      case Delivered.TryAgain _ -> "SlackTryAgain";
      case Delivered.Refused _ -> "SlackRefused";
      case Delivered.Nowhere _ -> "SlackNowhere";
      case Delivered.NoAlert _ -> "SlackNoAlert";
    };
  }
}
