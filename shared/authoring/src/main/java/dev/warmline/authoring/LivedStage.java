package dev.warmline.authoring;

import dev.warmline.lead.Replay;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import dev.warmline.rule.Model;
import dev.warmline.rule.Publication;
import java.util.List;

/**
 * The stage that the lead of a case is in at its instant, having lived through its history.
 *
 * @param cycle how many times it became MQL
 * @param history every change of stage, oldest first
 */
record LivedStage(Stage stage, int cycle, List<StageEntry> history) {

  static LivedStage of(Case one, Model model) {
    if (one.events().stream().allMatch(event -> event.occurredAt().isAfter(one.asOf()))) {
      return new LivedStage(Stage.SUSPECT, 0, List.of());
    }
    var lived = Replay.of(one.events(), new Publication(1, model), one.asOf());
    return new LivedStage(lived.lead().stage(), lived.lead().standing().cycle(), lived.history());
  }
}
