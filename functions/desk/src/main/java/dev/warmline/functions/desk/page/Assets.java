package dev.warmline.functions.desk.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * The files that belong to all pages. Their addresses hold what is in them, so that browsers keep
 * them for good and yet have the new ones at once.
 */
final class Assets {
  private static final String FOLDER = "/desk/assets/";
  private static final Map<String, String> TYPES =
      Map.of(
          "desk.css", "text/css; charset=utf-8",
          "desk.js", "text/javascript; charset=utf-8",
          "desk.svg", "image/svg+xml");
  private static final Map<String, Asset> ALL =
      Map.of(
          "desk.css", read("desk.css"), "desk.js", read("desk.js"), "desk.svg", read("desk.svg"));

  private record Asset(String text, String path) {}

  private Assets() {}

  /** Where a file is. */
  static String path(String name) {
    return Optional.ofNullable(ALL.get(name))
        .map(Asset::path)
        .orElseThrow(() -> new IllegalArgumentException("no file " + name));
  }

  /** The file at a path, to be kept for a year. */
  static Optional<ApiResponse> find(String path) {
    return ALL.entrySet().stream()
        .filter(it -> it.getValue().path().equals(path))
        .findFirst()
        .map(
            it ->
                ApiResponse.text(
                        200, TYPES.getOrDefault(it.getKey(), "text/plain"), it.getValue().text())
                    .with("Cache-Control", "public, max-age=31536000, immutable")
                    .with("X-Content-Type-Options", "nosniff"));
  }

  /** Whether a path is one of theirs, of this version or of another. */
  static boolean isAt(String path) {
    return path.startsWith(FOLDER);
  }

  private static Asset read(String name) {
    try (var in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the file " + name + " is not in the build");
      }
      var text = new String(in.readAllBytes(), UTF_8);
      return new Asset(text, FOLDER + Digest.of(text) + "/" + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
