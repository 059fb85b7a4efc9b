package dev.warmline.usecase;

import dev.warmline.event.Event;
import dev.warmline.lead.Done;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.Outcomes;
import dev.warmline.rule.Publication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be done with one lead.
 *
 * @param asOf the instant of the scorecard, unless something that was received later is read
 * @param news events that may not have been counted yet; without them the log is read
 * @param saidBy the events that acts stand in, by the ids of the acts
 * @param isSaid whether these events are in the log already
 */
record Errand(
    Publication publication,
    Instant asOf,
    Optional<Collection<Event>> news,
    List<Done> acts,
    Map<String, Event> saidBy,
    boolean isSaid) {

  /**
   * What has to be in the log before the lead is written: what acts say that are done now, neither
   * refused nor done before.
   *
   * @param endings acts by which a consent ends
   */
  List<Event> sayings(List<Change> changes, List<Done> endings) {
    var sayings = new ArrayList<Event>();
    for (var change : changes) {
      if (!isSaid
          && change instanceof Change.PutAnswer(var act, var answer)
          && !answer.isRefused()) {
        sayings.addAll(event(act));
      }
    }
    endings.forEach(
        act -> event(act.id()).forEach(event -> sayings.add(Outcomes.withdrawal(event))));
    return sayings;
  }

  private List<Event> event(String act) {
    return Optional.ofNullable(saidBy.get(act)).stream().toList();
  }
}
