package dev.warmline.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.team.Teams;
import java.time.Instant;

class MemoryTeamsTest extends TeamsContract {
  private final MemoryTeams teams = new MemoryTeams();

  @Override
  protected Teams teams() {
    return teams;
  }

  @Override
  protected void publish(ObjectNode source, Instant now) {
    teams.publish(source, now);
  }
}
