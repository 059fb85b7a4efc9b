package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A part of a model as one line of YAML, as it may stand in a file. */
public final class FlowText {
  private static final int LONGEST = 300;

  private FlowText() {}

  /** The line; empty if it would be too long to read. */
  static Optional<String> of(JsonNode node) {
    return Optional.of(text(node)).filter(text -> text.length() <= LONGEST);
  }

  /** The line, however long. */
  public static String text(JsonNode node) {
    if (node.isObject()) {
      return node.properties().stream()
          .map(one -> Quoting.plainly(one.getKey()) + ": " + text(one.getValue()))
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(FlowText::text)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return node.isTextual() ? Quoting.plainly(node.textValue()) : node.asText();
  }
}
