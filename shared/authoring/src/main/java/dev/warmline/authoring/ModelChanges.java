package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.warmline.rule.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Everything that two models do not say alike, in the order of the files. */
public final class ModelChanges {
  /** Blocks whose keys are compared one by one; anything else is shown as a whole. */
  private static final Set<String> OPEN =
      Set.of(
          ("scores groups bands fit qualify sla business-hours recycle lists facts currencies"
                  + " labels id")
              .split(" "));

  /** What a part of a list is called. */
  private static final Map<String, String> SINGULAR =
      Map.of("rules", "rule", "segments", "segment", "routes", "route", "fast-track", "fast track");

  private final List<Change> changes = new ArrayList<>();

  private ModelChanges() {}

  /**
   * One thing that is not alike.
   *
   * @param what its place, in words: {@code rule pricing-page points}
   * @param before as the old model says it; empty if it says nothing
   * @param after as the new one says it
   */
  public record Change(String what, Optional<String> before, Optional<String> after) {
    /** A line for people. */
    public String line() {
      if (before.isEmpty()) {
        return what + " added: " + after.orElse("");
      }
      return after
          .map(text -> what + ": " + before.get() + " -> " + text)
          .orElseGet(() -> what + " removed: " + before.get());
    }
  }

  /** What the second says otherwise than the first. */
  public static List<Change> between(Model before, Model after) {
    var all = new ModelChanges();
    all.compare("", "", before.source(), after.source());
    return List.copyOf(all.changes);
  }

  private void compare(String label, String key, JsonNode old, JsonNode next) {
    if (old.equals(next)) {
      return;
    }
    if (isOpen(label, key) && old.isObject() && next.isObject()) {
      keys(old, next)
          .forEach(one -> compare(within(label, one), one, old.path(one), next.path(one)));
    } else if (old.isArray() && next.isArray() && SINGULAR.containsKey(key)) {
      parts(label, key, old, next);
    } else if (old.isArray() && next.isArray() && label.startsWith("lists ")) {
      values(label, old, next);
    } else {
      changes.add(new Change(label, text(old), text(next)));
    }
  }

  /** The blocks named above, each score, and each rule or segment. */
  private static boolean isOpen(String label, String key) {
    return label.isEmpty() || OPEN.contains(key) || label.matches("score [^ ]+");
  }

  private static String within(String label, String key) {
    if (key.equals("rules") || (label.isEmpty() && !key.equals("scores"))) {
      return label.isEmpty() ? key : label;
    }
    if (label.equals("scores")) {
      return "score " + key;
    }
    return label.isEmpty() ? key : label + " " + key;
  }

  /** Parts with an id are compared with those of the same id, others by their place. */
  private void parts(String label, String key, JsonNode old, JsonNode next) {
    var before = byId(old);
    var after = byId(next);
    var what = (label.startsWith("fit") ? "fit " : "") + SINGULAR.get(key);
    var ids = new LinkedHashSet<>(before.keySet());
    ids.addAll(after.keySet());
    for (var id : ids) {
      var absent = MissingNode.getInstance();
      compare(
          what + " " + id, "id", before.getOrDefault(id, absent), after.getOrDefault(id, absent));
    }
    var kept = before.keySet().stream().filter(after::containsKey).toList();
    if (!kept.equals(after.keySet().stream().filter(before::containsKey).toList())) {
      changes.add(
          new Change(
              what + " order",
              Optional.of(String.join(", ", before.keySet())),
              Optional.of(String.join(", ", after.keySet()))));
    }
  }

  private static Map<String, JsonNode> byId(JsonNode list) {
    var parts = new LinkedHashMap<String, JsonNode>();
    for (var part : list) {
      parts.put(part.path("id").asText("" + (parts.size() + 1)), part);
    }
    return parts;
  }

  private void values(String label, JsonNode old, JsonNode next) {
    var before = StreamSupport.stream(old.spliterator(), false).toList();
    var after = StreamSupport.stream(next.spliterator(), false).toList();
    before.stream()
        .filter(value -> !after.contains(value))
        .forEach(value -> changes.add(new Change(label, text(value), Optional.empty())));
    after.stream()
        .filter(value -> !before.contains(value))
        .forEach(value -> changes.add(new Change(label, Optional.empty(), text(value))));
  }

  private static Set<String> keys(JsonNode old, JsonNode next) {
    var keys = new LinkedHashSet<String>();
    Stream.of(old, next).forEach(node -> node.fieldNames().forEachRemaining(keys::add));
    return keys;
  }

  private static Optional<String> text(JsonNode node) {
    return node.isMissingNode() ? Optional.empty() : Optional.of(FlowText.text(node));
  }
}
