package dev.warmline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The map in CONTRIBUTING leads somewhere: a class that was renamed is renamed there too. */
class MapForNewcomersTest {
  private static final Path ROOT = Path.of("..", "..");

  /** A class, and the module that it is said to be in. */
  private static final Pattern PLACE =
      Pattern.compile("`([A-Z]\\w+)(?:\\.\\w+)?`(?: in `([\\w/]+)`)?");

  @Test
  void everyPlaceOnTheMapIsThere() throws IOException {
    var text = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
    var from = text.indexOf("## Where would I change that?");
    var map = text.substring(from, text.indexOf("\n## ", from));

    assertThat(map.lines().filter(line -> line.startsWith("| Where "))).hasSize(8);
    assertThat(missing(map)).isEmpty();
  }

  @Test
  void aPlaceThatIsGoneOrHasMovedIsSeen() throws IOException {
    var map = "`StageMachine` in `shared/core`, `Doors` in `shared/aws`, `Nowhere.at` beside it";

    assertThat(missing(map)).containsExactly("Doors", "Nowhere");
  }

  private static List<String> missing(String map) throws IOException {
    var there = classes();
    return PLACE
        .matcher(map)
        .results()
        .filter(place -> there.stream().noneMatch(file -> isAt(place, file)))
        .map(place -> place.group(1))
        .toList();
  }

  private static boolean isAt(MatchResult place, Path file) {
    return file.endsWith(place.group(1) + ".java")
        && (place.group(2) == null || file.startsWith(ROOT.resolve(place.group(2))));
  }

  private static List<Path> classes() throws IOException {
    try (var files = Files.walk(ROOT)) {
      return files.filter(file -> file.toString().matches(".*/src/.*/java/.*\\.java")).toList();
    }
  }
}
