package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lists that every model may name without defining them; one of the same name in the model takes
 * the place of it. {@code free-mail} holds the domains under which everybody gets a mailbox.
 */
public final class BuiltInLists {
  /** The name of the list of those who give mailboxes away. */
  public static final String FREE_MAIL = "free-mail";

  /** The names of all of them. */
  public static final Set<String> NAMES = Set.of(FREE_MAIL);

  private static final class FreeMail {
    static final List<JsonNode> DOMAINS = read("free-mail.txt", "free-mail-own.txt");
  }

  private BuiltInLists() {}

  /** The values of the list of this name; empty if none is built in. */
  public static Optional<List<JsonNode>> find(String name) {
    return name.equals(FREE_MAIL) ? Optional.of(FreeMail.DOMAINS) : Optional.empty();
  }

  /** Values in which {@code {list: NAME}} stands for those of a list that is built in. */
  static List<JsonNode> expanded(List<JsonNode> values) {
    var all = new ArrayList<JsonNode>();
    for (var value : values) {
      find(value.path("list").asText("")).ifPresentOrElse(all::addAll, () -> all.add(value));
    }
    return List.copyOf(all);
  }

  /** Whether a value of a list stands for a list that is built in. */
  static boolean isNamed(JsonNode value) {
    return value.size() == 1 && NAMES.contains(value.path("list").asText(""));
  }

  /** A domain a line; after a minus, one of the first file that is none. */
  private static List<JsonNode> read(String... files) {
    var domains = new LinkedHashSet<String>();
    for (var name : files) {
      for (var line : WordFile.lines(BuiltInLists.class, name)) {
        if (line.startsWith("- ")) {
          domains.remove(line.substring(2));
        } else {
          domains.add(line);
        }
      }
    }
    return domains.stream().<JsonNode>map(TextNode::valueOf).toList();
  }
}
