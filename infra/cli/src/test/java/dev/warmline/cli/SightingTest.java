package dev.warmline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.EventJson;
import dev.warmline.event.ParkedEvent;
import dev.warmline.rule.Model;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SightingTest {
  private static final Model MODEL =
      ModelFiles.computable(Path.of(Run.MODEL), new PrintWriter(new StringWriter()));

  @Test
  void anEventIsShownWithTheRulesThatItMatches() {
    assertThat(line("\"type\":\"track\",\"event\":\"Demo Requested\",\"userId\":\"u\""))
        .isEqualTo("2026-03-08T09:00:00Z  track Demo Requested  user:u  fast track");
    assertThat(line("\"type\":\"track\",\"event\":\"Whitepaper Downloaded\",\"userId\":\"u\""))
        .endsWith("user:u  whitepaper-download");
  }

  @Test
  void anEventThatNoRuleCountsSaysSo() {
    assertThat(line("\"type\":\"track\",\"event\":\"Nothing Special\",\"anonymousId\":\"d\""))
        .endsWith("anonymous:d  no rule");
  }

  @Test
  void aRobotIsShownWithTheReasonWhyItCountsForNone() {
    assertThat(
            line(
                "\"type\":\"track\",\"event\":\"Demo Requested\",\"userId\":\"u\","
                    + "\"verdict\":{\"bot\":true,\"reason\":\"says it is a robot\"}"))
        .endsWith("robot: says it is a robot");
  }

  @Test
  void whatWasParkedIsShownWithItsReasonAndTheIdToAskFor() {
    var parked = new ParkedEvent("s", "no id", Instant.parse("2026-03-08T09:00:00Z"), "{}");

    assertThat(Sighting.of(parked).line())
        .isEqualTo("2026-03-08T09:00:00Z  parked  " + parked.digest() + "  no id");
    assertThat(Sighting.of(parked).json().path("why").asText()).isEqualTo("no id");
  }

  private static String line(String keys) {
    var event =
        EventJson.parse("{\"id\":\"1\",\"occurredAt\":\"2026-03-08T09:00:00Z\"," + keys + "}");
    return Sighting.of(event, MODEL).line();
  }
}
