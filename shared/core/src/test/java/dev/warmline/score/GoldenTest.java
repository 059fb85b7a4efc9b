package dev.warmline.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.rule.Model;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories with the whole scorecard expected at several instants, byte for byte. */
class GoldenTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"golden/b2b-saas.json", "golden/product-lines.json"})
  void theScorecardIsAsTheFileSays(String name) throws IOException {
    var file = read(name);
    var model = Model.of((ObjectNode) file.path("model"), 3);
    var events = events(file.path("events"));

    for (var golden : file.path("cases")) {
      var asOf = Instant.parse(golden.path("asOf").asText());
      var card = ScorecardJson.write("l-1", Scorer.score(events, model, asOf));

      assertThat(card.toPrettyString())
          .as("%s as of %s", name, asOf)
          .isEqualTo(golden.path("expected").toPrettyString());
    }
  }

  private static JsonNode read(String name) throws IOException {
    try (var in = Objects.requireNonNull(GoldenTest.class.getResourceAsStream(name))) {
      return MAPPER.readTree(in);
    }
  }

  private static List<Event> events(JsonNode nodes) {
    var events = new ArrayList<Event>();
    nodes.forEach(node -> events.add(EventJson.of((ObjectNode) node)));
    return events;
  }
}
