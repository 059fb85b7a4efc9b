package dev.warmline.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.rule.ModelFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reference shows of every key that is not in the list of the first format when it came. */
class ModelFormatTest {
  private static final Path FIRST =
      Path.of("src/test/resources/dev/warmline/authoring/keys-of-the-first-format.txt");
  private static final Pattern LATER = Pattern.compile("from model format ([0-9]+) on");

  @Test
  void everyKeySaysWithWhichFormatItCameUnlessItWasTheFirst() throws IOException {
    var first = Files.readAllLines(FIRST);
    var newest = ModelFormat.FIRST;
    var silent = new ArrayList<String>();
    var heading = "";
    for (var line : ModelReference.write().lines().toList()) {
      var later = LATER.matcher(line);
      if (line.startsWith("## ")) {
        heading = line.substring("## ".length());
      } else if (later.find()) {
        newest = Math.max(newest, Integer.parseInt(later.group(1)));
      } else if (line.startsWith("| `")) {
        silent.add(heading + " " + line.split("`", -1)[1]);
      }
    }

    assertThat(silent).containsExactlyInAnyOrderElementsOf(first);
    assertThat(newest).isEqualTo(ModelFormat.NEWEST);
  }
}
