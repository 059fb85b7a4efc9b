package dev.warmline.authoring;

import dev.warmline.rule.ModelNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** What is allowed in a team file, but surely not meant. */
record TeamChecks(Findings findings) {
  void check(ModelNode team) {
    rows(team.at("sla"));
    calendars(team);
    idle(team);
    crm(team);
  }

  private void rows(ModelNode sla) {
    var open = true;
    var taken = new HashSet<String>();
    for (var row : sla.children()) {
      var tier = row.at("tier");
      if (!open || tier.text().filter(word -> !taken.add(word)).isPresent()) {
        findings.warning(row, "this row is never taken: an earlier one fits its leads");
      }
      open &= tier.exists();
    }
  }

  private void calendars(ModelNode team) {
    var used = named(team, "calendar");
    for (var calendar : team.at("calendars").children()) {
      if (!used.contains(calendar.key())) {
        findings.warning(calendar, "no queue goes by calendar " + calendar.key());
      }
    }
  }

  /** Somebody of sales whom no queue has is given nothing. */
  private void idle(ModelNode team) {
    var members = new TreeSet<String>();
    for (var queue : team.at("queues").children()) {
      queue.at("members").children().forEach(id -> id.text().ifPresent(members::add));
    }
    var anyCrm = named(team, "owner").contains("crm");
    for (var person : team.at("people").children()) {
      var isSales = person.at("role").text().filter("sales"::equals).isPresent();
      if (isSales && !anyCrm && !members.contains(person.key())) {
        findings.warning(person, person.key() + " is of sales but serves no queue");
      }
    }
  }

  private void crm(ModelNode team) {
    for (var queue : team.at("queues").children()) {
      for (var key : Set.of("give", "capacity", "when-all-away")) {
        if (queue.at("owner").exists() && queue.at(key).exists()) {
          findings.warning(queue.at(key), key + " says nothing where the CRM names the owner");
        }
      }
    }
  }

  private static Set<String> named(ModelNode team, String key) {
    var found = new TreeSet<String>();
    team.at("queues").children().forEach(queue -> queue.at(key).text().ifPresent(found::add));
    return found;
  }
}
