package dev.warmline.local;

import static dev.warmline.local.RunningStack.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.report.ReportWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Time passes over Monday morning on a stack with a team. */
class DigestIT {

  @Test
  void onMondayMorningBothTeamsReadTheirWeekOnce() throws Exception {
    try (var stack = RunningStack.inMemory()) {
      var who = event("identify", "i-1", Duration.ofMinutes(2)).put("userId", "jane");
      who.putObject("traits").put("email", "jane@northwind.example").put("company", "Northwind");
      stack.serverSends(who);
      var demo = event("track", "t-1", Duration.ofMinutes(1)).put("userId", "jane");
      stack.serverSends(demo.put("event", "Demo Requested"));
      assertThat(stack.lead("jane").path("stage").asText()).isEqualTo("MQL");

      var then = stack.now();

      stack.advance("P8D");

      var digests =
          StreamSupport.stream(stack.inbox().spliterator(), false)
              .filter(row -> isOf(then, row.path("json")))
              .toList();
      assertThat(digests).hasSize(1);
      var digest = digests.getFirst();
      assertThat(digest.path("deliveries").asInt()).isEqualTo(1);
      assertThat(digest.path("slack").path("text").asText()).contains("Left undone");
      assertThat(digest.path("json").path("last").path("announced").asInt()).isEqualTo(1);
      assertThat(text(digest)).contains("announced 1 (0)", "Left undone");
    }
  }

  private static boolean isOf(Instant instant, JsonNode body) {
    return body.path("notice").asText().equals("digest")
        && ReportWeek.of(instant, ZoneId.of(body.path("timeZone").asText()))
            .text()
            .equals(body.path("week").asText());
  }

  private static String text(JsonNode row) {
    return row.path("email").path("text").asText();
  }
}
