package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.lead.LeadId;
import dev.warmline.score.Points;
import dev.warmline.score.Scorecard;
import dev.warmline.score.ScorecardJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Shows what changes between two scorecards of each lead, and counts. */
final class ChangeReport {
  private final Output output;
  private final boolean json;
  private RuleChanges rules = new RuleChanges(List.of(), List.of(), List.of());
  private int leads;
  private int changed;
  private int gained;
  private int lost;

  ChangeReport(Output output, boolean json) {
    this.output = output;
    this.json = json;
  }

  void rules(RuleChanges changes) {
    rules = changes;
    if (!json) {
      list("rules added", changes.added());
      list("rules removed", changes.removed());
      list("rules changed", changes.changed());
    }
  }

  void lead(LeadId lead, Scorecard before, Scorecard after) {
    leads++;
    var differences = differences(before, after);
    if (differences.isEmpty()) {
      return;
    }
    changed++;
    gained += !qualifies(before) && qualifies(after) ? 1 : 0;
    lost += qualifies(before) && !qualifies(after) ? 1 : 0;
    if (json) {
      var line = EventJson.newObject().put("lead", lead.value());
      line.set("old", shown(before));
      line.set("new", shown(after));
      output.out().println(line);
    } else {
      output.out().println(lead + "  " + String.join(", ", differences));
    }
  }

  void summary() {
    if (json) {
      var line = EventJson.newObject();
      var summary = line.putObject("summary").put("leads", leads).put("changed", changed);
      summary.put("newlyQualify", gained).put("noLongerQualify", lost);
      rules.added().forEach(summary.putArray("rulesAdded")::add);
      rules.removed().forEach(summary.putArray("rulesRemoved")::add);
      rules.changed().forEach(summary.putArray("rulesChanged")::add);
      output.out().println(line);
    } else {
      output
          .out()
          .println(
              "%d of %d leads change: %d newly qualify, %d no longer do"
                  .formatted(changed, leads, gained, lost));
    }
  }

  private void list(String what, List<String> ids) {
    if (!ids.isEmpty()) {
      output.out().println(what + ": " + String.join(", ", ids));
    }
  }

  private static List<String> differences(Scorecard before, Scorecard after) {
    var differences = new ArrayList<String>();
    var names = new LinkedHashSet<>(before.scores().keySet());
    names.addAll(after.scores().keySet());
    for (var name : names) {
      differ(name, points(before, name), points(after, name), differences);
    }
    differ("fit", grade(before), grade(after), differences);
    differ(
        "qualifies",
        Verdicts.words(before.qualifies()),
        Verdicts.words(after.qualifies()),
        differences);
    return differences;
  }

  private static void differ(String what, String old, String next, List<String> differences) {
    if (!old.equals(next)) {
      differences.add(what + " " + old + " -> " + next);
    }
  }

  private static String points(Scorecard card, String name) {
    return Optional.ofNullable(card.scores().get(name))
        .map(Scorecard.Score::points)
        .map(Points::toString)
        .orElse("none");
  }

  private static String grade(Scorecard card) {
    return card.fit().map(fit -> fit.grade() + " (" + fit.points() + ")").orElse("none");
  }

  private static boolean qualifies(Scorecard card) {
    var verdict = card.qualifies();
    return verdict.excluded().isEmpty()
        && (verdict.fastTrack().isPresent() || (verdict.enter() && verdict.missing().isEmpty()));
  }

  private static ObjectNode shown(Scorecard card) {
    var json = EventJson.newObject();
    var scores = json.putObject("scores");
    card.scores().forEach((name, score) -> scores.set(name, ScorecardJson.number(score.points())));
    card.fit().ifPresent(fit -> json.put("grade", fit.grade()));
    return json.put("qualifies", qualifies(card)).put("verdict", Verdicts.words(card.qualifies()));
  }
}
