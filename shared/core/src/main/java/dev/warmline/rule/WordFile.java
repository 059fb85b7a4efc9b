package dev.warmline.rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Files of words that lie beside the classes that know what they mean. */
public final class WordFile {
  private WordFile() {}

  /** The lines of the file of this name beside a class, without blank ones and comments. */
  public static List<String> lines(Class<?> beside, String name) {
    var lines = new ArrayList<String>();
    var file = Objects.requireNonNull(beside.getResourceAsStream(name), name);
    try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
