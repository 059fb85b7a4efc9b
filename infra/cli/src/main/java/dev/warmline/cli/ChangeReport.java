package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.authoring.ModelChanges;
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
  private List<ModelChanges.Change> model = List.of();
  private int leads;
  private int changed;
  private int gained;
  private int lost;

  ChangeReport(Output output, boolean json) {
    this.output = output;
    this.json = json;
  }

  void model(List<ModelChanges.Change> changes) {
    model = changes;
    if (!json) {
      changes.forEach(change -> output.out().println(change.line()));
      output.out().println(changes.isEmpty() ? "the models say the same" : "");
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
    var person = Person.of(after.traits());
    if (json) {
      var line = EventJson.newObject().put("lead", lead.value());
      person.ifPresent(words -> line.put("person", words));
      line.set("old", shown(before));
      line.set("new", shown(after));
      output.out().println(line);
    } else {
      var who = person.map(words -> "  " + words + ":").orElse("");
      output.out().println(lead + who + "  " + String.join(", ", differences));
    }
  }

  void summary() {
    if (json) {
      var line = EventJson.newObject();
      var summary = line.putObject("summary").put("leads", leads).put("changed", changed);
      summary.put("newlyQualify", gained).put("noLongerQualify", lost);
      var changes = summary.putArray("model");
      for (var change : model) {
        var entry = changes.addObject().put("what", change.what());
        change.before().ifPresent(text -> entry.put("old", text));
        change.after().ifPresent(text -> entry.put("new", text));
      }
      output.out().println(line);
    } else {
      output
          .out()
          .println(
              "%d of %d leads change: %d newly qualify, %d no longer do"
                  .formatted(changed, leads, gained, lost));
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
    differ("segments", segments(before), segments(after), differences);
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

  private static String segments(Scorecard card) {
    return card.segments().isEmpty() ? "none" : String.join(" and ", card.segments());
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
