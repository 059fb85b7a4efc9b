package dev.warmline.authoring;

import dev.warmline.rule.Block;
import dev.warmline.rule.Key;
import dev.warmline.rule.ModelKeys;
import dev.warmline.rule.Shape;
import dev.warmline.rule.Value;
import dev.warmline.team.TeamKeys;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The reference of a file as a page of Markdown, from its description. */
public final class ModelReference {
  private final StringBuilder page = new StringBuilder();
  private final Set<String> written = new HashSet<>();

  private ModelReference() {}

  /** The page of the model file: a table of keys for the file and for every block in it. */
  public static String write() {
    return write("model", "rules.md", ModelKeys.FILE);
  }

  /** The page of the team file. */
  public static String writeTeam() {
    return write("team", "team.md", TeamKeys.FILE);
  }

  private static String write(String what, String lessons, Block<?> file) {
    var reference = new ModelReference();
    reference.page.append("# Every key of the %s file%n%n".formatted(what));
    reference.page.append("Written from the description that %ss are read by. ".formatted(what));
    reference.page.append("[%s](%s) teaches the file by example.%n".formatted(lessons, lessons));
    reference.block("The file", "", file);
    return reference.page.toString();
  }

  private void block(String heading, String path, Block<?> block) {
    page.append("\n## ").append(heading).append("\n\n| Key | Value | Needed | Meaning |\n");
    page.append("|---|---|---|---|\n");
    block.keys().forEach(this::row);
    if (!block.alternatives().isEmpty()) {
      page.append("\nExactly one of these, alone or together as named: ");
      page.append(alternatives(block)).append(".\n");
    }
    block.keys().forEach(key -> inner(path + key.name(), key.shape()));
  }

  private void row(Key<?> key) {
    page.append("| `").append(key.name()).append("` | ").append(words(key.shape()));
    page.append(" | ").append(key.required() ? "yes" : "no");
    page.append(" | ").append(key.documentation()).append(" |\n");
  }

  private static String alternatives(Block<?> block) {
    return block.alternatives().stream()
        .map(names -> "`" + String.join("` with `", new TreeSet<>(names)) + "`")
        .collect(Collectors.joining(", "));
  }

  /** The blocks within what a key may hold, each under the path that leads to it. */
  private void inner(String path, Shape<?> shape) {
    switch (shape) {
      case Block<?> block -> block("`" + path + "`", path + ".", block);
      case Shape.Again<?> again -> {
        if (written.add(again.name())) {
          block("A " + again.name(), "", again.block().get());
        }
      }
      case Shape.Mapped<?, ?> mapped -> inner(path, mapped.of());
      case Shape.Named<?> named -> inner(path + ".NAME", named.each());
      case Shape.Items<?> items -> inner(path + "[]", items.each());
      case Shape.NamesOrBlocks<?> names -> inner(path + ".NAME", names.each());
      case Shape.NumberOr<?> choice -> inner(path, choice.block());
      case Shape.WordOr<?> choice -> choice.other().forEach(other -> inner(path, other));
      case Value<?> _ -> {}
    }
  }

  private static String words(Shape<?> shape) {
    return switch (shape) {
      case Block<?> _ -> "a block";
      case Shape.Again<?> again -> "a " + again.name();
      case Shape.Mapped<?, ?> mapped -> words(mapped.of());
      case Shape.Named<?> named -> "names, each with " + words(named.each());
      case Shape.Items<?> items -> "a list, each " + words(items.each());
      case Shape.NamesOrBlocks<?> names -> words(names.names()) + ", or names, each with a block";
      case Shape.NumberOr<?> choice -> words(choice.number()) + " or " + words(choice.block());
      case Shape.WordOr<?> choice -> words(choice);
      case Value<?> value -> words(value);
    };
  }

  private static String words(Shape.WordOr<?> choice) {
    var words = "`" + String.join("`, `", choice.words()) + "`";
    return choice.other().isEmpty() ? words : words + " or " + words(choice.other().getFirst());
  }

  private static String words(Value<?> value) {
    return switch (value) {
      case Value.Text(var longest) -> "a text of at most " + longest + " characters";
      case Value.Name _ -> "a name: at most 64 letters, digits and `-` `_` `.`";
      case Value.Path _ -> "a path such as `properties.title`";
      case Value.Amount _ -> "a number, at most three decimals, at most 1000000 either way";
      case Value.Count(var most) -> "a whole number from 1 to " + most;
      case Value.Currency _ -> "three letters such as `EUR`";
      case Value.Rate _ -> "a number above 0";
      case Value.Span(var zero, _) -> "a duration such as `30d`" + (zero ? " or `0d`" : "");
      case Value.Flag _ -> "`true` or `false`";
      case Value.ClockTime _ -> "a time of day such as `\"09:00\"`";
      case Value.Zone _ -> "a time zone";
      case Value.Plain _ ->
          "a text, a number, a truth value, or `{ list: free-mail }`, which is built in";
      case Value.OfPattern _ -> "an event pattern";
      case Value.Formed<?> formed -> formed.isA();
    };
  }
}
