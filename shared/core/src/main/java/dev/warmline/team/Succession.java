package dev.warmline.team;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Nobody who has open leads just vanishes from the team: the file says who gets them. */
public final class Succession {
  private Succession() {}

  /**
   * What keeps a team from following another: for each person who is gone without a word and has
   * open leads, a sentence without a full stop.
   */
  public static List<String> problems(Team before, Team next, QueueStore store) {
    var gone =
        before.people().keySet().stream()
            .filter(id -> !next.people().containsKey(id) && !next.leaves().containsKey(id))
            .toList();
    if (gone.isEmpty()) {
      return List.of();
    }
    var open = new TreeMap<String, Integer>();
    for (var queue : before.queues().keySet()) {
      var turns = store.find(queue);
      gone.forEach(id -> open.merge(id, turns.open(id), Integer::sum));
    }
    return open.entrySet().stream()
        .filter(it -> it.getValue() > 0)
        .map(Succession::problem)
        .toList();
  }

  private static String problem(Map.Entry<String, Integer> person) {
    return "%s is no longer among people but has %d open %s: say who gets them, leaves: { %s: { to: QUEUE } }"
        .formatted(
            person.getKey(),
            person.getValue(),
            person.getValue() == 1 ? "lead" : "leads",
            person.getKey());
  }
}
