package dev.warmline.functions.notify;

import dev.warmline.aws.runtime.Metrics;
import dev.warmline.usecase.DeliverAlert.Delivered;
import java.time.InstantSource;
import java.util.Map;

/** Counts what became of deliveries; the alarm on refused posts reads it. */
record DeliveryMetrics(Metrics metrics, InstantSource clock) {

  void count(Delivered outcome) {
    metrics.count(clock.instant(), Map.of(name(outcome), 1L));
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
