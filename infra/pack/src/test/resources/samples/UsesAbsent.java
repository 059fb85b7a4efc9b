package samples;

import java.util.function.Supplier;

/** Refers to an interface that may not be there. */
final class UsesAbsent {
  interface Absent {}

  private static final class Present implements Absent {}

  private UsesAbsent() {}

  static Supplier<Absent> lambda() {
    return () -> same(new Present());
  }

  private static Absent same(Absent one) {
    return one;
  }
}
