package dev.warmline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FactsDocTest {
  @Test
  void theTableInTheDocumentIsTheOneThatIsRead() throws IOException {
    var lines = Files.readAllLines(Path.of("../../docs/rules.md"));

    var table =
        lines.stream()
            .dropWhile(line -> !line.startsWith("| fact | from"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .toList();

    assertThat(table).isEqualTo(rows());
  }

  private static List<String> rows() {
    return Facts.BUILT_IN.list().stream().map(FactsDocTest::row).toList();
  }

  private static String row(Fact fact) {
    var from = fact.from().stream().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
    return "| `%s` | %s | %s |".formatted(fact.name(), from, fact.read().word());
  }
}
