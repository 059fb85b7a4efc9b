package dev.warmline.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.runtime.Clients;
import dev.warmline.functions.collect.CollectEnvironment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What begins in time ends in time. */
class DeadlinesTest {
  private static final Duration GATEWAY_WAITS = Duration.ofSeconds(29);
  private static final Duration TO_ANSWER = Duration.ofSeconds(1);
  private static final Duration COLD_START = Duration.ofSeconds(4);

  private final Template template = Template.main();

  @Test
  void whatCollectStartsLastEndsBeforeItsTimeoutWithTimeToAnswer() {
    var longest = CollectEnvironment.TIME_TO_START.plus(Clients.CALL).plus(TO_ANSWER);

    assertThat(longest).isLessThanOrEqualTo(timeout("collect"));
  }

  @Test
  void theGatewayWaitsForAColdStartAndTheWholeTimeout() {
    assertThat(COLD_START.plus(timeout("collect"))).isLessThanOrEqualTo(GATEWAY_WAITS);
  }

  @Test
  void aCeilingOfCollectIsOnlyThereIfItIsAskedFor() {
    var ceiling = template.function("collect").at("ReservedConcurrentExecutions");

    assertThat(ceiling.toString()).contains("HasCollectCeiling", "CollectConcurrency");
    assertThat(template.root().at("Parameters").at("CollectConcurrency").at("Default").text())
        .isEqualTo("0");
  }

  private Duration timeout(String function) {
    return Duration.ofSeconds(Long.parseLong(template.function(function).at("Timeout").text()));
  }
}
