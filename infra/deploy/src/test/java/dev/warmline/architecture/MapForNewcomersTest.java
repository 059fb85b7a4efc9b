package dev.warmline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The map in CONTRIBUTING leads somewhere: a class that was renamed is renamed there too. */
class MapForNewcomersTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)(?:\\.\\w+)?`");

  @Test
  void everyPlaceOnTheMapIsThere() throws IOException {
    var text = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
    var from = text.indexOf("## Where would I change that?");
    var map = text.substring(from, text.indexOf("\n## ", from));

    assertThat(map.lines().filter(line -> line.startsWith("| Where "))).hasSize(7);
    assertThat(missing(map)).isEmpty();
  }

  @Test
  void aPlaceThatIsGoneIsSeen() throws IOException {
    assertThat(missing("`StagePolicy` decides, `Nowhere.at` does not")).containsExactly("Nowhere");
  }

  private static List<String> missing(String map) throws IOException {
    var there = classes();
    return CLASS
        .matcher(map)
        .results()
        .map(place -> place.group(1))
        .filter(place -> !there.contains(place))
        .toList();
  }

  private static Set<String> classes() throws IOException {
    try (var files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().matches(".*/src/(main|test)/java/.*\\.java"))
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .collect(Collectors.toSet());
    }
  }
}
