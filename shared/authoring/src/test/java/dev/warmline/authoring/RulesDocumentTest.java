package dev.warmline.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs what docs/rules.md shows. */
class RulesDocumentTest {
  private static final Path DOCUMENT = Path.of("../../docs/rules.md");
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+) (\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  /** A block of cases and the model above it. */
  record Shown(String model, String cases) {
    @Override
    public String toString() {
      return model.lines().findFirst().orElse("");
    }
  }

  static List<Shown> shown() throws IOException {
    var shown = new ArrayList<Shown>();
    var model = "";
    for (var block : blocks()) {
      model = block.kind().equals("model") ? block.text() : model;
      if (block.kind().equals("cases")) {
        shown.add(new Shown(model, block.text()));
      }
    }
    return shown;
  }

  @ParameterizedTest
  @MethodSource("shown")
  void aModelIsAcceptedAndItsCasesGiveTheNumbersShown(Shown shown) {
    var checked = YamlModels.read("model.yaml", shown.model());

    assertThat(checked.findings()).containsExactlyElementsOf(checked.hints());
    assertThat(ModelTests.run(checked.model().orElseThrow(), shown.cases()))
        .filteredOn(outcome -> !outcome.passes())
        .isEmpty();
  }

  @Test
  void theWrongFileGivesTheMessagesShown() throws IOException {
    var findings = YamlModels.read("model.yaml", only("wrong")).findings();

    assertThat(findings)
        .extracting(Finding::toString)
        .containsExactlyElementsOf(only("findings").lines().toList());
  }

  @Test
  void theEventShownIsOne() throws IOException {
    assertThat(EventJson.parse(only("event")).id()).isEqualTo("m-1");
  }

  @Test
  void everyFeatureHasItsCases() throws IOException {
    assertThat(shown()).hasSizeGreaterThanOrEqualTo(9);
  }

  private static String only(String kind) throws IOException {
    var found = blocks().stream().filter(block -> block.kind().equals(kind)).toList();
    assertThat(found).hasSize(1);
    return found.getFirst().text();
  }

  private record Block(String kind, String text) {}

  private static List<Block> blocks() throws IOException {
    var match = BLOCK.matcher(Files.readString(DOCUMENT));
    return match.results().map(found -> new Block(found.group(2), found.group(3))).toList();
  }
}
