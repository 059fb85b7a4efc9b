package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.Block;
import dev.warmline.rule.ModelKeys;
import dev.warmline.rule.ModelNode;
import dev.warmline.rule.Problem;
import dev.warmline.rule.Shape;
import dev.warmline.rule.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys that a block does not have: what was probably meant, or where the key belongs. */
record UnknownKeys(ModelNode root, Findings findings) {
  private static final Map<String, String> HOMES = homes();

  void tell(Problem problem, Collection<String> known) {
    var place = new ModelNode(problem.pointer(), root.node().at(problem.pointer()));
    var decimal = decimal(place);
    if (decimal.isPresent()) {
      var message = "a comma begins the next key: a decimal is written with a point";
      findings.errorAtKey(place, message, decimal);
      return;
    }
    var cut = cutText(place);
    if (cut.isPresent()) {
      var message = "a comma ends the text and begins the next key: put the text in quotes";
      findings.errorAtKey(place, message, cut);
      return;
    }
    var meant =
        compared(place, known)
            .or(() -> inTraits(place, known))
            .or(() -> withoutBlank(place.key(), known))
            .or(() -> Meant.of(place.key(), known));
    var home = Optional.ofNullable(HOMES.get(place.key())).filter(_ -> !isNear(place.key(), known));
    findings.errorAtKey(
        place,
        problem.message()
            + odd(place.key()).map(name -> ": there is " + name + " in it").orElse("")
            + home.map(title -> "; it belongs in " + title).orElse(""),
        home.isPresent() ? Optional.empty() : meant);
  }

  private static Optional<String> odd(String key) {
    return key.chars()
        .mapToObj(c -> Typography.name((char) c))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** {@code { engagement: 50 }} is no condition yet. */
  private Optional<String> compared(ModelNode place, Collection<String> known) {
    var isScore = known.contains("at-least") && root.at("scores").at(place.key()).exists();
    return isScore && place.node().isNumber()
        ? Optional.of("score: " + place.key() + ", at-least: " + place.node().asText())
        : Optional.empty();
  }

  /** {@code says: Looked at pricing, twice} is a text and a key within braces. */
  private Optional<String> cutText(ModelNode place) {
    var before = before(place).filter(member -> member.getValue().isTextual());
    var isOnlyKey = place.node().isValueNode() && place.node().asText("").isEmpty();
    return isOnlyKey && before.isPresent() && !place.key().matches(".*[=:].*")
        ? before.map(
            member ->
                member.getKey()
                    + ": "
                    + Quoting.quoted(member.getValue().asText() + ", " + place.key()))
        : Optional.empty();
  }

  /** Where only a pattern over traits may be, a field of it. */
  private static Optional<String> inTraits(ModelNode place, Collection<String> known) {
    return Set.of("traits").containsAll(known)
        ? FlowText.of(place.node()).map(value -> "traits: { " + place.key() + ": " + value + " }")
        : Optional.empty();
  }

  /** Whether an unknown key is this one, misspelt or in other words. */
  static boolean isMeant(Problem unknown, String key) {
    var written = new ModelNode(unknown.pointer(), MissingNode.getInstance()).key();
    var isInTraits = key.equals("traits") && unknown.message().endsWith("an exclusion");
    return isInTraits
        || withoutBlank(written, Set.of(key)).isPresent()
        || Meant.of(written, Set.of(key)).isPresent();
  }

  /** Every key of the model file. */
  static Set<String> all() {
    return HOMES.keySet();
  }

  private static boolean isNear(String key, Collection<String> known) {
    return Spelling.nearest(key, known).isPresent() || Synonyms.OF_KEYS.of(key, known).isPresent();
  }

  /** The member before this one. */
  private Optional<Map.Entry<String, JsonNode>> before(ModelNode place) {
    var parent = root.node().at(place.pointer().substring(0, place.pointer().lastIndexOf('/')));
    var before = Optional.<Map.Entry<String, JsonNode>>empty();
    if (parent instanceof ObjectNode block) {
      for (var member : block.properties()) {
        if (member.getKey().equals(place.key())) {
          return before;
        }
        before = Optional.of(member);
      }
    }
    return before;
  }

  /** {@code 2,5} is the number 2 and a key 5 within braces. */
  private Optional<String> decimal(ModelNode place) {
    if (!place.key().matches("[0-9]{1,3}") || !place.node().asText("").isEmpty()) {
      return Optional.empty();
    }
    return before(place)
        .filter(member -> member.getValue().isNumber())
        .map(
            member ->
                member.getKey()
                    + ": "
                    + Comparison.digits(member.getValue().asText() + "," + place.key()));
  }

  /** {@code points:10} is one word where the blank is missing. */
  private static Optional<String> withoutBlank(String written, Collection<String> known) {
    var parts = written.split("\\s*[:=]\\s*", 2);
    return parts.length == 2 && !parts[1].isEmpty() && known.contains(parts[0])
        ? Optional.of(parts[0] + ": " + parts[1])
        : Optional.empty();
  }

  /** In which block each key is, of those that only one block has. */
  private static Map<String, String> homes() {
    var homes = new LinkedHashMap<String, Set<String>>();
    collect(ModelKeys.FILE, homes, new HashSet<>());
    var only = new LinkedHashMap<String, String>();
    homes.forEach((key, titles) -> only.put(key, String.join(" or ", titles)));
    return only;
  }

  private static void collect(Shape<?> shape, Map<String, Set<String>> homes, Set<String> seen) {
    switch (shape) {
      case Block<?> block -> {
        for (var key : block.keys()) {
          homes.computeIfAbsent(key.name(), _ -> new LinkedHashSet<>()).add(block.title());
          collect(key.shape(), homes, seen);
        }
      }
      case Shape.Again<?> again -> {
        if (seen.add(again.name())) {
          collect(again.block().get(), homes, seen);
        }
      }
      case Shape.Mapped<?, ?> mapped -> collect(mapped.of(), homes, seen);
      case Shape.Named<?> named -> collect(named.each(), homes, seen);
      case Shape.NamesOrBlocks<?> names -> collect(names.each(), homes, seen);
      case Shape.Items<?> items -> collect(items.each(), homes, seen);
      case Shape.NumberOr<?> either -> collect(either.block(), homes, seen);
      case Shape.WordOr<?> choice -> choice.other().forEach(other -> collect(other, homes, seen));
      case Value<?> _ -> {}
    }
  }
}
