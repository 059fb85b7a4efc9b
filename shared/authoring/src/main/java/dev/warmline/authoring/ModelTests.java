package dev.warmline.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.warmline.rule.Model;
import dev.warmline.score.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs the test cases of a model: this history gives this score, grade and explanation at this
 * time. The cases of {@code NAME.yaml} are in {@code NAME.test.yaml} beside it.
 */
public final class ModelTests {
  private static final long MAX_BYTES = 4_000_000;
  private static final ObjectMapper YAML = new ObjectMapper(YamlModels.yaml());

  private ModelTests() {}

  /**
   * What came of one case.
   *
   * @param name the case's name, or its number if it has none
   * @param differences what is not as expected, a sentence each; empty if the case passes
   */
  public record Outcome(String name, List<String> differences) {
    public Outcome {
      differences = List.copyOf(differences);
    }

    /** Whether everything is as expected. */
    public boolean passes() {
      return differences.isEmpty();
    }
  }

  /** The file with the cases of a model file, whether it exists or not. */
  public static Path beside(Path modelFile) {
    var name = String.valueOf(modelFile.getFileName());
    var dot = name.lastIndexOf('.');
    return modelFile.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".test.yaml");
  }

  /**
   * Runs the cases of a file.
   *
   * @throws IOException if there is no such file, it cannot be read or has more than 4 MB
   */
  public static List<Outcome> run(Model model, Path cases) throws IOException {
    return run(model, text(cases));
  }

  /** Runs the cases of a text. A text that is no file of cases gives one outcome that fails. */
  public static List<Outcome> run(Model model, String cases) {
    return each(cases, item -> differences(model, Case.of(item)));
  }

  /** The text of a file of cases. */
  static String text(Path cases) throws IOException {
    if (Files.size(cases) > MAX_BYTES) {
      throw new IOException(cases + " is too large for a file of cases: more than 4 MB");
    }
    return Files.readString(cases);
  }

  /** What comes of each case of a text; what is no case may throw {@link InvalidCase}. */
  static List<Outcome> each(String cases, Function<JsonNode, List<String>> differences) {
    JsonNode tree;
    try {
      tree = Optional.ofNullable(YAML.readTree(cases)).orElseGet(MissingNode::getInstance);
    } catch (JsonProcessingException e) {
      return broken("cannot be read: " + e.getOriginalMessage() + line(e));
    }
    var list = tree.path("cases");
    if (!list.isArray() || list.isEmpty() || tree.size() != 1) {
      return broken("a file of cases has one key, cases, with a list of them");
    }
    var outcomes = new ArrayList<Outcome>();
    for (var item : list) {
      outcomes.add(outcome(item, outcomes.size() + 1, differences));
    }
    return outcomes;
  }

  private static Outcome outcome(
      JsonNode item, int number, Function<JsonNode, List<String>> differences) {
    var name = item.path("name").asText("case " + number);
    try {
      return new Outcome(name, differences.apply(item));
    } catch (InvalidCase e) {
      return new Outcome(name, List.of(String.valueOf(e.getMessage())));
    }
  }

  private static List<String> differences(Model model, Case one) {
    var card = Scorer.score(one.events(), model, one.asOf());
    return Expectation.differences(one.expect(), card, LivedStage.of(one, model));
  }

  private static List<Outcome> broken(String why) {
    return List.of(new Outcome("the file", List.of(why)));
  }

  private static String line(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
  }
}
