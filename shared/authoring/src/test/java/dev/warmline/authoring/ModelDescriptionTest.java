package dev.warmline.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Json;
import dev.warmline.rule.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelDescriptionTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void everyRuleOfTheDefaultModelIsSaidOnALineOfItsOwn() throws IOException {
    var model = model("../../infra/models/default.yaml");

    var words = ModelDescription.of(model, Optional.empty(), NOW);

    var lines = lines(words.path("words"));
    var rules = model.file().rules().count() + model.file().fit().orElseThrow().rules().size();
    assertThat(lines).hasSizeGreaterThanOrEqualTo((int) rules);
    assertThat(lines).noneMatch(line -> line.contains("{\"") || line.isBlank());
    assertThat(lines)
        .anyMatch(line -> line.contains("traits.employees: >= 50 and < 200"))
        .anyMatch(
            line ->
                line.contains("either properties.path: begins with /pricing, or context.page.path"))
        .anyMatch(line -> line.contains("traits.employees: not known"));
    assertThat(words.path("changes")).isEmpty();
  }

  @Test
  void whatAPublicationChangedIsKeptWithIt() throws IOException {
    var before = model("../../infra/models/default.yaml");
    var changed = before.source().deepCopy();
    changed.put("lookback", "100d");

    var words = ModelDescription.of(Model.of(changed, 2), Optional.of(before), NOW);

    assertThat(words.path("changes").valueStream().map(JsonNode::asText))
        .singleElement()
        .asString()
        .contains("lookback", "100d");
    assertThat(Json.write(words).length()).isLessThan(40_000);
  }

  private static Model model(String file) throws IOException {
    return YamlModels.read(Path.of(file)).model().orElseThrow();
  }

  private static List<String> lines(JsonNode words) {
    return words
        .valueStream()
        .flatMap(part -> part.path("lines").valueStream())
        .map(JsonNode::asText)
        .toList();
  }
}
