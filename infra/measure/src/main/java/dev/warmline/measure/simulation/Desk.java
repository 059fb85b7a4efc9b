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

  private static final List<String> IN_A_TEAM =
      List.of(
          "undone",
          "accepted",
          "returned",
          "to another queue",
          "to another queue",
          "contacted",
          "answered",
          "to a colleague",
          "to a colleague",
          "to a queue",
          "handed-over");

  private final Dice dice;
  private final List<Deed> deeds;
  private final boolean isTeam;

  /**
   * Adds to these deeds.
   *
   * @param isTeam whether those act whom the team file names; else nobody acts in two scenes
   */
  Desk(Dice dice, List<Deed> deeds, boolean isTeam) {
    this.dice = dice;
    this.deeds = deeds;
    this.isTeam = isTeam;
  }

  /** Two decide about one lead at the same instant, and then one of them or marketing again. */
  void decides(String who) {
    var persons = persons();
    persons.forEach(person -> act(person, who, dice.pick(FIRST)));
    for (var i = dice.below(4); i > 0; i--) {
      if (dice.onceIn(2)) {
        deeds.add(new Deed.Pass(dice.within(Duration.ofMinutes(12))));
      }
      var word = dice.pick(isTeam ? IN_A_TEAM : THEN);
      var person = dice.pick(persons);
      act(person, who, word);
      if (isTeam && dice.onceIn(2)) {
        thinksAgain(person, who, word);
      }
    }
  }

  /** At once: what was given away is taken back, given on to a queue, or taken from one. */
  private void thinksAgain(String person, String who, String word) {
    switch (word) {
      case "returned", "to another queue" -> act(person, who, "undone");
      case "to a colleague" -> act(Staff.LEAD, who, "to a queue");
      case "to a queue" -> act(dice.pick(Staff.SALES), who, "accepted");
      default -> {}
    }
  }

  /** Somebody of the team takes a lead. */
  void takes(String person, String who) {
    act(person, who, "accepted");
  }

  /** Somebody of the team gives a lead back, and some seconds later does not. */
  void givesBackAndSoonDoesNot(String person, String who) {
    var returned = EventJson.newObject().put("act", "returned").put("reason", "no-need");
    var undone = EventJson.newObject().put("act", "undone");
    deeds.add(new Deed.Act("act-" + deeds.size(), person, who, returned, false));
    deeds.add(new Deed.Pass(Duration.ofSeconds(3).plus(dice.within(Duration.ofSeconds(6)))));
    deeds.add(new Deed.Act("act-" + deeds.size(), person, who, undone, false));
    deeds.add(new Deed.Pass(Duration.ofSeconds(20)));
  }

  private List<String> persons() {
    var scene = deeds.size();
    return isTeam
        ? List.of(dice.pick(Staff.SALES), dice.pick(Staff.SALES), Staff.LEAD)
        : List.of(SALES + scene, MARKETING + scene);
  }

  /** Whether somebody acts here. */
  static boolean has(String person) {
    return person.startsWith(SALES) || person.startsWith(MARKETING) || Staff.has(person);
  }

  private void act(String person, String who, String word) {
    var by = isTeam && word.equals("answered") ? Staff.MARKETING : person;
    deeds.add(new Deed.Act("act-" + deeds.size(), by, who, fields(word), isTeam && dice.onceIn(2)));
  }

  private ObjectNode fields(String word) {
    var fields = EventJson.newObject().put("act", word);
    return switch (word) {
      case "to another queue" ->
          fields.put("act", "returned").put("reason", "wrong-queue").put("queue", queue());
      case "to a colleague" -> fields.put("act", "assigned").put("owner", dice.pick(Staff.SALES));
      case "to a queue" -> fields.put("act", "assigned").put("queue", queue());
      case "returned", "lost" -> fields.put("reason", dice.pick(REASONS));
      case "answered" -> fields.put("answer", dice.pick(List.of("mended", "nurture")));
      case "noted" -> fields.put("text", "met at the fair");
      case "handed-over" -> fields.put("why", "met at the fair");
      default -> fields;
    };
  }

  private String queue() {
    return dice.pick(Staff.QUEUES);
  }
}
