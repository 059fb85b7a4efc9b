package dev.warmline.measure.benchmarks;

import dev.warmline.authoring.YamlModels;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.rule.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The models and events that come with the benchmarks. */
final class Resources {
  private Resources() {}

  /** The model named {@code default} (the one that is deployed) or {@code example}. */
  static Model model(String name) {
    var file = name.equals("default") ? "/default.yaml" : "/benchmarks/" + name + ".yaml";
    return YamlModels.read(file, text(file)).model().orElseThrow();
  }

  /** The event named {@code track} or {@code page}. */
  static Event event(String name) {
    return EventJson.parse(eventText(name));
  }

  static String eventText(String name) {
    return text("/benchmarks/" + name + ".json");
  }

  private static String text(String path) {
    try (var in = Objects.requireNonNull(Resources.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
