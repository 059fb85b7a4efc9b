package dev.warmline.rule;

import dev.warmline.rule.Problem.Hint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An object with known keys: each is a field of the class that extends this one.
 *
 * @param <T> what it is read as
 */
public abstract non-sealed class Block<T> implements Shape<T> {
  private final String title;
  private final Map<String, Key<?>> keys = new LinkedHashMap<>();
  private final List<Set<String>> alternatives = new ArrayList<>();

  /** A block called this, with its article: "a rule". */
  protected Block(String title) {
    this.title = title;
  }

  /** What the keys were read as. */
  protected static final class Values {
    private final Map<String, Object> byName = new HashMap<>();

    /** What a key was read as, or what it means where it is absent. */
    @SuppressWarnings({"unchecked", "NullAway"}) // what is put under a key is what its shape reads
    public <V> V get(Key<V> key) {
      return (V) byName.get(key.name());
    }
  }

  /** Makes the thing of a block that has all it needs. */
  protected abstract T make(Values in);

  /** A key that must be there. */
  protected final <V> Key<V> must(String name, String meaning, Shape<V> shape) {
    return add(new Key<>(name, meaning, shape, true, null, null, ModelFormat.FIRST));
  }

  /** A key that may be there. */
  protected final <V> Key<Optional<V>> may(String name, String meaning, Shape<V> shape) {
    return add(
        new Key<>(
            name,
            meaning,
            shape.map(Optional::of),
            false,
            Optional.empty(),
            null,
            ModelFormat.FIRST));
  }

  /** A key that means something where it is absent, too. */
  protected final <V> Key<V> may(
      String name, String meaning, Shape<V> shape, V ifAbsent, @Nullable String shown) {
    return add(new Key<>(name, meaning, shape, false, ifAbsent, shown, ModelFormat.FIRST));
  }

  /** The same, where there is nothing to show for it. */
  protected final <V> Key<V> may(String name, String meaning, Shape<V> shape, V ifAbsent) {
    return may(name, meaning, shape, ifAbsent, null);
  }

  /** A key that stands for yes with its only word, and for no where it is absent. */
  protected final Key<Boolean> word(String name, String meaning, String word) {
    return may(name, meaning, Kinds.choice(_ -> true, word), false);
  }

  /** A list that is empty where it is absent. */
  protected final <V> Key<List<V>> list(String name, String meaning, Items<V> shape) {
    return may(name, meaning, shape, List.of());
  }

  /** The same key, which came with a format after the first. */
  protected final <V> Key<V> since(int format, Key<V> key) {
    return add(key.since(format));
  }

  /** The keys of a block must be exactly one of the sets given so. */
  protected final void either(String... names) {
    alternatives.add(Set.of(names));
  }

  private <V> Key<V> add(Key<V> key) {
    keys.put(key.name(), key);
    return key;
  }

  /** What it is, with its article. */
  public final String title() {
    return title;
  }

  /** The keys in the order of the description. */
  public final Collection<Key<?>> keys() {
    return keys.values();
  }

  /** If not empty, the keys of a block are exactly one of these sets. */
  public final List<Set<String>> alternatives() {
    return alternatives;
  }

  @Override
  public final Optional<T> read(ModelNode at, Reading reading) {
    if (!at.node().isObject()) {
      return reading.wrong(at, title + " is a block of keys and values", Hint.NONE);
    }
    var whole = hasOnlyKnownKeys(at, reading) && isOneOfAlternatives(at, reading);
    var values = new Values();
    for (var key : keys.values()) {
      whole &= take(key, at, values, reading);
    }
    return whole ? Optional.of(make(values)) : Optional.empty();
  }

  /** What a block without any key is read as, if none is required. */
  final T empty() {
    var values = new Values();
    keys.values()
        .forEach(key -> values.byName.put(key.name(), Objects.requireNonNull(key.ifAbsent())));
    return make(values);
  }

  private boolean hasOnlyKnownKeys(ModelNode at, Reading reading) {
    var unknown = at.children().stream().filter(child -> !keys.containsKey(child.key())).toList();
    for (var child : unknown) {
      var message = "unknown key " + child.key() + " in " + title;
      reading.problem(child, message, new Hint.UnknownKey(keys.keySet()));
    }
    return unknown.isEmpty();
  }

  private <V> boolean take(Key<V> key, ModelNode at, Values values, Reading reading) {
    var child = at.at(key.name());
    if (child.exists()) {
      reading.note(child, key.since());
      var read = reading.read(key.shape(), child);
      read.ifPresent(value -> values.byName.put(key.name(), value));
      return read.isPresent();
    }
    if (key.ifAbsent() != null) {
      values.byName.put(key.name(), key.ifAbsent());
    } else {
      reading.problem(child, title + " needs the key " + key.name(), new Hint.MissingKey());
    }
    return !key.required();
  }

  private boolean isOneOfAlternatives(ModelNode at, Reading reading) {
    var present = new LinkedHashSet<String>();
    at.children().forEach(child -> present.add(child.key()));
    var isOne = alternatives.isEmpty() || alternatives.contains(present);
    if (!isOne) {
      reading.problem(at, title + " is exactly one of " + alternativesInWords(), Hint.NONE);
    }
    return isOne;
  }

  /** The alternatives in words: {@code all, any, at-least with score}. */
  private String alternativesInWords() {
    return alternatives.stream()
        .map(names -> String.join(" with ", new TreeSet<>(names)))
        .collect(Collectors.joining(", "));
  }
}
