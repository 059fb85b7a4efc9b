package dev.warmline.cli;

import dev.warmline.event.EventJson;
import dev.warmline.lead.LeadId;
import dev.warmline.rule.Model;
import dev.warmline.score.Scorecard;
import java.util.ArrayList;
import java.util.List;

/** Scorecards as a table: what each lead scores and whether it qualifies. */
final class ScoreTable {
  private final Table table;

  ScoreTable(Model model) {
    var heading = new ArrayList<>(List.of("lead", "as of"));
    model.scores().forEach(score -> heading.add(score.name()));
    heading.addAll(List.of("fit", "qualifies", "next change"));
    this.table = new Table(heading);
  }

  void add(LeadId lead, Scorecard card) {
    var row = new ArrayList<>(List.of(lead.value(), EventJson.format(card.asOf())));
    card.scores().values().forEach(score -> row.add(score.points().toString()));
    row.add(card.fit().map(fit -> fit.grade() + " (" + fit.points() + ")").orElse("-"));
    row.add(Verdicts.words(card.qualifies()));
    row.add(card.nextChange().map(EventJson::format).orElse("-"));
    table.add(row);
  }

  void print(Output output) {
    table.print(output);
  }
}
