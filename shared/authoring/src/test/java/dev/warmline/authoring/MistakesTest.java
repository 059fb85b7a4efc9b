package dev.warmline.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people who are no programmers get wrong, and what they are told. */
class MistakesTest {
  private static final Path RESOURCES = Path.of("src/test/resources/dev/warmline/authoring");
  private static final Path FOLDER = RESOURCES.resolve("mistakes");

  /** Rightly read as they stand: a plus before a number, a part of a text, and Norway. */
  private static final List<String> NONE_AT_ALL =
      List.of("03-plus-sign.yaml", "17-contains.yaml", "28-norway.yaml", "country-no");

  /** A file and what its check finds, a line each without the name of the file. */
  record Mistake(String name, String text, List<String> findings) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Mistake> files() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(MistakesTest::beside)
          .toList();
    }
  }

  static List<Mistake> more() throws IOException {
    var parts = Files.readString(RESOURCES.resolve("more-mistakes.txt")).split("(?m)^== ");
    return Stream.of(parts).skip(1).map(MistakesTest::part).toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void aMistakeIsNamedWithItsPlaceItsCauseAndWhatToWriteInstead(Mistake mistake) {
    assertThat(findings(mistake.text())).containsExactlyElementsOf(mistake.findings());
  }

  @ParameterizedTest
  @MethodSource("more")
  void othersOfItsKindAreToo(Mistake mistake) {
    assertThat(findings(mistake.text())).containsExactlyElementsOf(mistake.findings());
  }

  @Test
  void noMistakePassesInSilence() throws IOException {
    assertThat(Stream.concat(files().stream(), more().stream()))
        .hasSizeGreaterThan(150)
        .filteredOn(mistake -> !NONE_AT_ALL.contains(mistake.name()))
        .noneMatch(mistake -> mistake.findings().isEmpty());
  }

  private static List<String> findings(String text) {
    return YamlModels.read("m.yaml", text).findings().stream()
        .map(finding -> finding.toString().substring("m.yaml:".length()))
        .toList();
  }

  private static Mistake beside(Path file) {
    try {
      var expected = Path.of(file.toString().replaceFirst("yaml$", "txt"));
      return new Mistake(
          String.valueOf(file.getFileName()),
          Files.readString(file),
          Files.readString(expected).lines().toList());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Mistake part(String part) {
    var name = part.lines().findFirst().orElseThrow();
    var lines = part.lines().skip(1).toList();
    return new Mistake(
        name,
        String.join("\n", lines.stream().filter(line -> !line.startsWith("-- ")).toList()) + "\n",
        lines.stream()
            .filter(line -> line.startsWith("-- "))
            .map(line -> line.substring(3))
            .toList());
  }
}
