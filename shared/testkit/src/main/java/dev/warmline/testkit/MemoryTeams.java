package dev.warmline.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.team.Team;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.Teams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Published teams in memory, without the delay the contract allows. */
public final class MemoryTeams implements Teams {
  private final List<TeamPublication> publications = new ArrayList<>();
  private final Faults faults = new Faults();

  /** Trouble to plan. */
  public Faults faults() {
    return faults;
  }

  /** Puts a team in force under the next number. */
  public synchronized TeamPublication publish(ObjectNode source, Instant now) {
    var team = Team.of(source);
    var published =
        new TeamPublication(publications.size() + 1, team, source, now, "test", "published");
    publications.add(published);
    return published;
  }

  @Override
  public Optional<TeamPublication> current(Instant now) {
    return faults.around("read the current team", this::newest);
  }

  private synchronized Optional<TeamPublication> newest() {
    return publications.isEmpty() ? Optional.empty() : Optional.of(publications.getLast());
  }
}
