package dev.warmline.authoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.rule.Model;
import java.time.Instant;
import java.util.Optional;

/**
 * What a publication says of itself: its rules in words, and what changed. It is made where a model
 * is published, and stored with it: whoever shows it need not know how models are written.
 */
public final class ModelDescription {
  /** Of a change more than this is seldom read, and the item is kept small. */
  private static final int LONGEST = 400;

  private static final int MOST_CHANGES = 100;

  private ModelDescription() {}

  /**
   * As it is stored: {@code words} with titles and lines, {@code changes}, {@code at}.
   *
   * @param before the model that was in force
   */
  public static ObjectNode of(Model model, Optional<Model> before, Instant now) {
    var json = EventJson.newObject().put("at", EventJson.format(now));
    var words = json.putArray("words");
    for (var part : ModelWords.of(model)) {
      var lines = words.addObject().put("title", part.title()).putArray("lines");
      part.lines().forEach(lines::add);
    }
    var changes = json.putArray("changes");
    before.stream()
        .flatMap(it -> ModelChanges.between(it, model).stream())
        .limit(MOST_CHANGES)
        .map(ModelChanges.Change::line)
        .map(line -> line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…")
        .forEach(changes::add);
    return json;
  }
}
