package dev.warmline.functions.desk.api;

import dev.warmline.team.Team;
import dev.warmline.team.TeamMember;
import dev.warmline.team.TeamPublication;

/** Somebody of the team who asks, with the team that is in force. */
public record Member(TeamMember person, TeamPublication publication) {

  /** The team. */
  public Team team() {
    return publication.team();
  }
}
