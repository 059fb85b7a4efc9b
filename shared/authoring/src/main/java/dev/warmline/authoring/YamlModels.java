package dev.warmline.authoring;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads model and team files: {@code .json} as JSON, everything else as YAML. */
public final class YamlModels {
  private static final long MAX_BYTES = 4_000_000;
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonFactory YAML = new PlainYamlFactory();

  private YamlModels() {}

  /**
   * Reads a file and checks it.
   *
   * @throws IOException if there is no such file, it cannot be read or has more than 4 MB
   */
  public static CheckedModel read(Path file) throws IOException {
    return read(file.toString(), text(file));
  }

  /**
   * Reads a team file and checks it.
   *
   * @throws IOException if there is no such file, it cannot be read or has more than 4 MB
   */
  public static CheckedTeam readTeam(Path file) throws IOException {
    return readTeam(file.toString(), text(file));
  }

  /** Checks a team file's text; {@code file} is the name that findings carry. */
  public static CheckedTeam readTeam(String file, String text) {
    return TeamReader.read(format(file), file, text);
  }

  /** Checks a text; {@code file} is the name that findings carry and tells the format. */
  public static CheckedModel read(String file, String text) {
    return ModelReader.read(format(file), file, text);
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(file + " is too large: more than 4 MB");
    }
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static JsonFactory format(String file) {
    return file.endsWith(".json") ? JSON : YAML;
  }

  /** YAML without anchors, aliases and tags, so that a file says what it seems to say. */
  static JsonFactory yaml() {
    return YAML;
  }
}
