package dev.warmline.cli;

import dev.warmline.rule.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rules two models do not share, fit rules among them.
 *
 * @param added ids that only the new one has
 * @param removed ids that only the old one has
 * @param changed ids that both have, but not alike
 */
record RuleChanges(List<String> added, List<String> removed, List<String> changed) {

  static RuleChanges between(Model before, Model after) {
    var old = rules(before);
    var next = rules(after);
    var added = next.keySet().stream().filter(id -> !old.containsKey(id)).toList();
    var removed = old.keySet().stream().filter(id -> !next.containsKey(id)).toList();
    var changed = new ArrayList<String>();
    old.forEach(
        (id, rule) -> {
          if (next.containsKey(id) && !rule.equals(next.get(id))) {
            changed.add(id);
          }
        });
    return new RuleChanges(added, removed, List.copyOf(changed));
  }

  private static Map<String, Object> rules(Model model) {
    var rules = new LinkedHashMap<String, Object>();
    model.rules().forEach(rule -> rules.put(rule.id(), rule));
    model.fit().ifPresent(fit -> fit.rules().forEach(rule -> rules.put(rule.id(), rule)));
    return rules;
  }
}
