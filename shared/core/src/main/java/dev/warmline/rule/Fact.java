package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something known of a person, wherever clients put it.
 *
 * @param name under which it stands in the traits
 * @param from the paths of the traits it may come from, the best first; several with {@code +}
 *     between them are joined by a blank, such as {@code firstName + lastName}
 * @param read how a value is read; the first that can be read counts
 */
public record Fact(String name, List<String> from, FactReader read) {
  public Fact {
    from = List.copyOf(from);
  }

  /** What the traits say; empty if they say nothing that can be read. */
  public Optional<JsonNode> of(JsonNode traits) {
    return from.stream().flatMap(place -> value(traits, place).stream()).findFirst();
  }

  /** The paths of all the traits that it may come from. */
  public Stream<String> paths() {
    return from.stream().flatMap(place -> Stream.of(place.split(" \\+ ")));
  }

  private Optional<JsonNode> value(JsonNode traits, String place) {
    if (!place.contains(" + ")) {
      return read.read(at(traits, place));
    }
    var joined =
        Stream.of(place.split(" \\+ "))
            .flatMap(path -> FactReader.TEXT.read(at(traits, path)).stream())
            .map(part -> part.textValue().strip())
            .collect(Collectors.joining(" "));
    return read.read(TextNode.valueOf(joined));
  }

  private static JsonNode at(JsonNode traits, String path) {
    var node = traits;
    for (var key : path.split("\\.")) {
      node = Objects.requireNonNull(node).path(key);
    }
    return node;
  }
}
