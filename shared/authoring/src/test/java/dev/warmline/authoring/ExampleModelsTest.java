package dev.warmline.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExampleModelsTest {

  static List<Path> examples() throws IOException {
    return ModelSchemaTest.examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleHasNoProblem(Path example) throws IOException {
    var checked = YamlModels.read(example);

    assertThat(checked.errors()).isEmpty();
    assertThat(checked.warnings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleGivesWhatItsCasesSay(Path example) throws IOException {
    var model = YamlModels.read(example).model().orElseThrow();

    var outcomes = ModelTests.run(model, ModelTests.beside(example));

    assertThat(outcomes).isNotEmpty();
    assertThat(outcomes).filteredOn(outcome -> !outcome.passes()).isEmpty();
  }

  @Test
  void allOfThemAreThere() throws IOException {
    assertThat(examples())
        .extracting(example -> String.valueOf(example.getFileName()))
        .containsExactly(
            "account-engagement.yaml",
            "default.yaml",
            "gitlab-handbook.yaml",
            "marketo-starter.yaml",
            "posthog.yaml",
            "relias.yaml",
            "revops-template.yaml");
    for (var example : examples()) {
      assertThat(Files.exists(ModelTests.beside(example))).isTrue();
    }
  }
}
