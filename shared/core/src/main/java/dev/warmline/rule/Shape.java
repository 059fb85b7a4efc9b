package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.rule.Problem.Hint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What may be written at a place of the model file, and what it is read as. This is the one
 * description: models are read by it, and findings, JSON Schema, suggestions and the reference page
 * come from it.
 *
 * @param <T> what it is read as
 */
public sealed interface Shape<T>
    permits Block,
        Value,
        Shape.Again,
        Shape.Items,
        Shape.Mapped,
        Shape.Named,
        Shape.NamesOrBlocks,
        Shape.NumberOr,
        Shape.WordOr {
  /** What a node is read as; empty after noting what is wrong with it. */
  Optional<T> read(ModelNode at, Reading reading);

  /** Whether a node could be meant as this, rather than as a word. */
  default boolean isLike(JsonNode node) {
    return !node.isTextual();
  }

  /** The same text in the file, read as something else. */
  default <R> Shape<R> map(Function<T, R> to) {
    return new Mapped<>(this, to);
  }

  /** What another shape reads, made into something else. */
  record Mapped<S, T>(Shape<S> of, Function<S, T> to) implements Shape<T> {
    @Override
    public Optional<T> read(ModelNode at, Reading reading) {
      return of.read(at, reading).map(to);
    }

    @Override
    public boolean isLike(JsonNode node) {
      return of.isLike(node);
    }
  }

  /** A block that contains itself, under the name it has in the schema. */
  record Again<T>(String name, Supplier<Block<T>> block) implements Shape<T> {
    @Override
    public Optional<T> read(ModelNode at, Reading reading) {
      return block.get().read(at, reading);
    }
  }

  /** An object whose keys are names that the author chooses, in the order of the file. */
  record Named<T>(String title, Shape<T> each) implements Shape<Map<String, T>> {
    private static final int LONGEST = 64;

    @Override
    public Optional<Map<String, T>> read(ModelNode at, Reading reading) {
      if (!at.node().isObject()) {
        return reading.wrong(at, title + " are a block of names and values", Hint.NONE);
      }
      var found = new LinkedHashMap<String, T>();
      for (var child : at.children()) {
        if (child.key().isBlank() || child.key().length() > LONGEST) {
          reading.problem(child, "a name has 1 to 64 characters", new Hint.OtherName());
        }
        reading.read(each, child).ifPresent(value -> found.put(child.key(), value));
      }
      return Optional.of(found);
    }
  }

  /** A list of at least so many. */
  record Items<T>(String title, Shape<T> each, int atLeast) implements Shape<List<T>> {
    @Override
    public Optional<List<T>> read(ModelNode at, Reading reading) {
      if (!at.node().isArray()) {
        return reading.wrong(at, title + " are a list", Hint.NONE);
      }
      if (at.node().size() < atLeast) {
        return reading.wrong(at, "the list of " + title + " is empty", Hint.NONE);
      }
      var found = new ArrayList<T>();
      at.children().forEach(child -> reading.read(each, child).ifPresent(found::add));
      return Optional.of(found);
    }
  }

  /**
   * Names, each with what is said of it, or a plain list of names.
   *
   * @param plain a name of which nothing is said
   * @param since the {@linkplain ModelFormat format} from which something may be said
   */
  record NamesOrBlocks<T>(
      String title, Block<Function<String, T>> each, Function<String, T> plain, int since)
      implements Shape<List<T>> {
    @Override
    public Optional<List<T>> read(ModelNode at, Reading reading) {
      if (at.node().isArray()) {
        return names().map(list -> list.stream().map(plain).toList()).read(at, reading);
      }
      if (!at.node().isObject()) {
        return reading.wrong(at, title + " are a list, or names with a block each", Hint.NONE);
      }
      reading.note(at, since);
      var found = new ArrayList<T>();
      for (var child : at.children()) {
        var said =
            child.node().isNull() || child.text().filter(String::isEmpty).isPresent()
                ? Optional.of(plain)
                : each.read(child, reading);
        said.ifPresent(of -> found.add(of.apply(child.key())));
      }
      return Optional.of(found);
    }

    /** The plain list. */
    public Items<String> names() {
      return new Items<>(title, Kinds.SHORT, 0);
    }
  }

  /** A number or a block. */
  record NumberOr<T>(Shape<T> number, Block<T> block) implements Shape<T> {
    @Override
    public Optional<T> read(ModelNode at, Reading reading) {
      return (at.node().isObject() ? block : number).read(at, reading);
    }
  }

  /** One of these words or, if there is one, another shape. */
  record WordOr<T>(List<String> words, Function<String, T> of, String orElse, List<Shape<T>> other)
      implements Shape<T> {
    @Override
    public Optional<T> read(ModelNode at, Reading reading) {
      var word = at.text().filter(words::contains);
      if (word.isPresent()) {
        return word.map(of);
      }
      if (other.stream().anyMatch(shape -> shape.isLike(at.node()))) {
        return other.getFirst().read(at, reading);
      }
      var written = at.node().isValueNode() ? ", not " + at.node().asText() : "";
      var allowed = at.name() + " is one of " + String.join(", ", words) + orElse + written;
      return reading.wrong(at, allowed, new Hint.WordOr(at.node().asText(), words, other));
    }
  }
}
