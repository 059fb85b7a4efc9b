package dev.warmline.rule;

import org.jspecify.annotations.Nullable;

/**
 * A key of a block of the model file.
 *
 * @param meaning a line of documentation, shown by editors and in the reference
 * @param required whether the block is nothing without it
 * @param ifAbsent what it is read as where it is absent; null if it is required
 * @param shownIfAbsent the same as the file would say it; null if there is nothing to show
 * @param since the {@linkplain ModelFormat format} that it came with
 * @param <V> what it is read as
 */
public record Key<V>(
    String name,
    String meaning,
    Shape<V> shape,
    boolean required,
    @Nullable V ifAbsent,
    @Nullable String shownIfAbsent,
    int since) {
  Key<V> since(int format) {
    return new Key<>(name, meaning, shape, required, ifAbsent, shownIfAbsent, format);
  }

  /** What the key means, with its default. */
  public String documentation() {
    var absent = shownIfAbsent == null ? "" : "; " + shownIfAbsent + " if absent";
    return meaning
        + absent
        + (since == ModelFormat.FIRST ? "" : "; from model format " + since + " on");
  }
}
