package dev.warmline.measure.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import java.time.Duration;
import java.util.List;

/** What sales and marketing decide about leads where they see them. */
final class Desk {
  private static final String SALES = "ann-";
  private static final String MARKETING = "ben-";

  private static final List<String> FIRST =
      List.of("accepted", "accepted", "accepted", "returned", "qualified", "contacted");
  private static final List<String> THEN =
      List.of(
          "undone",
          "undone",
          "accepted",
          "returned",
          "returned",
          "answered",
          "noted",
          "lost",
          "handed-over",
          "won");
  private static final List<String> REASONS =
      List.of("no-need", "timing", "later", "later", "bad-data", "bad-data", "do-not-contact");

  private final Dice dice;
  private final List<Deed> deeds;

  /** Adds to these deeds. */
  Desk(Dice dice, List<Deed> deeds) {
    this.dice = dice;
    this.deeds = deeds;
  }

  /** Two decide about one lead at the same instant, and then one of them or marketing again. */
  void decides(String who) {
    var scene = deeds.size();
    var persons = List.of(SALES + scene, MARKETING + scene);
    persons.forEach(person -> act(person, who, dice.pick(FIRST)));
    for (var i = dice.below(4); i > 0; i--) {
      if (dice.onceIn(2)) {
        deeds.add(new Deed.Pass(dice.within(Duration.ofMinutes(12))));
      }
      act(dice.pick(persons), who, dice.pick(THEN));
    }
  }

  /** Whether somebody acts here. */
  static boolean has(String person) {
    return person.startsWith(SALES) || person.startsWith(MARKETING);
  }

  private void act(String person, String who, String word) {
    deeds.add(new Deed.Act("act-" + deeds.size(), person, who, fields(word)));
  }

  private ObjectNode fields(String word) {
    var fields = EventJson.newObject().put("act", word);
    return switch (word) {
      case "returned", "lost" -> fields.put("reason", dice.pick(REASONS));
      case "answered" -> fields.put("answer", dice.pick(List.of("mended", "nurture")));
      case "noted" -> fields.put("text", "met at the fair");
      case "handed-over" -> fields.put("why", "met at the fair");
      default -> fields;
    };
  }
}
