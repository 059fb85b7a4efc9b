package dev.warmline.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.rule.Model;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** A lead is one item of at most 400 KB, however often somebody adjusted its score. */
class StoredLinesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final String MODEL =
      """
      {"name":"notes","scores":{"engagement":{"rules":[
         {"id":"visit","says":"Looked around","when":{"type":["page"]},"points":10}]}},
       "qualify":{"enter":{"score":"engagement","at-least":60}}}
      """;

  @Test
  void fewAdjustmentsAreStoredAsTheyAre() {
    var lines = lines(adjusted(50, "met at the fair"));

    assertThat(lines).hasSize(51);
    assertThat(lines.path(1).path("adjustment").asText()).isEqualTo("m-0000");
  }

  @Test
  void ofManyTheOlderOnesBecomeOneLineAndTheLinesStillSum() {
    var summary = adjusted(3_000, "n".repeat(8_000));

    var lines = lines(summary);
    assertThat(lines).hasSize(52);
    assertThat(lines.path(1).toString())
        .isEqualTo(
            "{\"adjustment\":\"older\",\"points\":2950,\"note\":\"2950 older adjustments\"}");
    assertThat(lines.path(2).path("adjustment").asText()).isEqualTo("m-2950");
    assertThat(lines.path(51).path("note").asText()).hasSize(300);
    assertThat(sum(lines)).isEqualByComparingTo(engagement(summary).path("points").decimalValue());
    assertThat(summary.toString().getBytes(UTF_8).length).isLessThan(100_000);
  }

  private static ObjectNode adjusted(int count, String note) {
    var events = new ArrayList<Event>();
    events.add(event("{\"id\":\"p-1\",\"type\":\"page\"}"));
    for (var i = 0; i < count; i++) {
      events.add(
          event(
              "{\"id\":\"m-%04d\",\"type\":\"adjustment\",\"score\":\"engagement\",\"points\":1,"
                      .formatted(i)
                  + "\"author\":\"kim@corp.example\",\"note\":\""
                  + note
                  + "\"}"));
    }
    return ScorecardJson.summary("l-1", Scorer.score(events, model(), NOW));
  }

  private static BigDecimal sum(Iterable<JsonNode> lines) {
    var sum = BigDecimal.ZERO;
    for (var line : lines) {
      sum = sum.add(line.path("points").decimalValue());
    }
    return sum;
  }

  private static JsonNode engagement(ObjectNode summary) {
    return summary.path("scores").path("engagement");
  }

  private static JsonNode lines(ObjectNode summary) {
    return engagement(summary).path("lines");
  }

  private static Event event(String json) {
    var event = object(json);
    event.put("userId", "u-1").put("occurredAt", "2026-03-10T11:00:00Z");
    return EventJson.of(event);
  }

  private static Model model() {
    return Model.of(object(MODEL), 1);
  }

  private static ObjectNode object(String json) {
    try {
      return (ObjectNode) MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
