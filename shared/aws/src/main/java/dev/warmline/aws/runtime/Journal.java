package dev.warmline.aws.runtime;

import dev.warmline.event.ParkedEvents;
import dev.warmline.lead.LeadId;
import dev.warmline.usecase.SendNotices.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where a function writes down what it did: lines for people, numbers for alarms.
 *
 * @param log lines of JSON
 * @param metrics numbers in lines of their own
 */
public record Journal(JsonLog log, Metrics metrics) {

  /** The journal of a function; each line goes to {@code out} without a line break. */
  public static Journal to(String function, Consumer<String> out) {
    return new Journal(new JsonLog(function, out), new Metrics(function, out));
  }

  /**
   * The journal of a function on standard output, which Lambda keeps.
   *
   * @param function the name where Lambda does not give one; on AWS the deployed name is taken for
   *     metrics, so that two stacks in one account do not share their numbers
   */
  public static Journal of(String function) {
    return new Journal(
        new JsonLog(function, System.out::println),
        new Metrics(
            System.getenv().getOrDefault("AWS_LAMBDA_FUNCTION_NAME", function),
            System.out::println));
  }

  /** A journal that nobody reads. */
  public static Journal ofNothing() {
    return to("nothing", line -> {});
  }

  /** Notes how long it took from the newest evidence for a lead to its alert. */
  public void alerted(Instant now, Outcome.Sent sent) {
    sent.took().ifPresent(time -> metrics.took(now, "TimeToAlert", time));
  }

  /** Notes that sales was told of a lead that is nobody's, though a team is there. */
  public void unowned(LeadId lead, String why, Instant now) {
    log.warn("nobody was found for a lead", "", Map.of("lead", lead.value(), "why", why));
    metrics.count(now, Map.of("LeadsWithoutOwner", 1L));
  }

  /** These parked events, each of which is logged and counted when it is kept. */
  public ParkedEvents noting(ParkedEvents parked) {
    return event -> {
      parked.park(event);
      var kind = event.reason().split(":", 2)[0];
      log.warn(
          "parked", "", Map.of("source", event.source(), "kind", kind, "item", event.digest()));
      metrics.count(event.at(), Map.of("Parked", 1L));
    };
  }
}
