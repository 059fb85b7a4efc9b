package samples.other;

import java.util.function.Supplier;

/** What only its heirs may call, from another package. */
public class Parent {
  protected final String name;

  protected Parent(String name) {
    this.name = name;
  }

  protected String inherited(String more) {
    return name + more;
  }

  protected static String inheritedStatic() {
    return "of a class above";
  }

  Supplier<String> own() {
    return this::hidden;
  }

  private String hidden() {
    return "hidden in Parent " + name;
  }

  public Supplier<String> published() {
    return own();
  }
}
