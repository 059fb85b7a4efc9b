package dev.warmline.usecase;

import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Standing;
import dev.warmline.team.QueueStore;
import dev.warmline.team.TeamQueue;
import java.util.List;
import java.util.Optional;

/** Finds the leads that nobody could be given when sales was told of them. */
record LeadsWithoutOwner(QueueStore queues, LeadStore leads) {
  /** So many of a queue are looked at, hot ones first. */
  private static final int MOST = 500;

  /** As many as the members of a queue have places for now. */
  List<LeadId> in(TeamQueue queue) {
    if (!queue.isGivenInTurn()) {
      return List.of();
    }
    var free = queues.find(queue.name()).free(queue).orElse(MOST);
    return free == 0
        ? List.of()
        : leads.listQueue(Optional.of(queue.name()), Optional.empty(), MOST).stream()
            .flatMap(listed -> leads.findLead(listed.lead()).stream())
            .filter(it -> it.standing().place() == Standing.Place.ANNOUNCED)
            .filter(it -> it.standing().owner().isEmpty())
            .limit(Math.min(free, MOST))
            .map(Lead::id)
            .toList();
  }
}
