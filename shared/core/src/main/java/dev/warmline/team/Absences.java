package dev.warmline.team;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Absences in the JSON of a team file, where they are written between two publications of it. */
public final class Absences {
  private static final String PEOPLE = "people";
  private static final String AWAY = "away";

  private Absences() {}

  /** The file with one more absence of a person who is in it. */
  public static ObjectNode with(ObjectNode source, String person, Away away) {
    var changed = source.deepCopy();
    var list = person(changed, person).withArray(AWAY);
    if (texts(list).noneMatch(away.toString()::equals)) {
      list.add(away.toString());
    }
    return changed;
  }

  /** The file without the absences of a person that have not ended before a date. */
  public static ObjectNode without(ObjectNode source, String person, LocalDate today) {
    var changed = source.deepCopy();
    var block = person(changed, person);
    var past =
        texts(block.path(AWAY))
            .filter(text -> Away.parse(text).filter(it -> !it.to().isBefore(today)).isEmpty())
            .toList();
    var list = block.putArray(AWAY);
    past.forEach(list::add);
    return changed;
  }

  /**
   * A file that is to be published, with the absences that the one in force has of the same people
   * and that have not ended: what was said by command since is not forgotten.
   */
  public static ObjectNode carried(ObjectNode before, ObjectNode next, LocalDate today) {
    var changed = next;
    for (var id : names(next.path(PEOPLE))) {
      var still =
          texts(before.path(PEOPLE).path(id).path(AWAY))
              .flatMap(text -> Away.parse(text).stream())
              .filter(away -> !away.to().isBefore(today))
              .toList();
      for (var away : still) {
        changed = with(changed, id, away);
      }
    }
    return changed;
  }

  private static ObjectNode person(ObjectNode source, String id) {
    return source.withObjectProperty(PEOPLE).withObjectProperty(id);
  }

  private static Stream<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText);
  }

  private static List<String> names(JsonNode block) {
    return block.propertyStream().map(Map.Entry::getKey).toList();
  }
}
