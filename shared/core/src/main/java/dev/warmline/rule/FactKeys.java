package dev.warmline.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The keys of a fact, which is given its name afterwards. */
final class FactKeys extends Block<Function<String, Fact>> {
  /** Those that extend the map built in. */
  static final Shape<List<Fact>> FACTS = new Named<>("facts", new FactKeys()).map(FactKeys::named);

  private final Key<List<String>> from =
      since(
          ModelFormat.WORDS,
          must(
              "from",
              "the traits it may come from, the best first; `firstName + lastName` joins two",
              new Items<>("traits", new Value.Text(300), 1)));
  private final Key<FactReader> read =
      since(
          ModelFormat.WORDS, may("read", "how a value is read", reader(), FactReader.TEXT, "text"));

  private FactKeys() {
    super("a fact");
  }

  @Override
  protected Function<String, Fact> make(Values in) {
    return name -> new Fact(name, in.get(from), in.get(read));
  }

  private static List<Fact> named(Map<String, Function<String, Fact>> facts) {
    return facts.entrySet().stream().map(fact -> fact.getValue().apply(fact.getKey())).toList();
  }

  private static Shape<FactReader> reader() {
    return Kinds.choice(
        word -> FactReader.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT)),
        Arrays.stream(FactReader.values()).map(FactReader::word).toArray(String[]::new));
  }
}
