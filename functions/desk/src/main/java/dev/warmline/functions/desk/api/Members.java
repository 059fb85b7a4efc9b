package dev.warmline.functions.desk.api;

import dev.warmline.event.EmailAddress;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.Teams;
import java.time.Instant;
import java.util.Optional;

/** Finds who has a verified address, in the team that is in force. */
public record Members(Teams teams) {

  /** Who asks, or why they are not let in. */
  public sealed interface Asked {

    /** Somebody of the team. */
    record By(Member member) implements Asked {}

    /** Nobody who may. */
    record Refused(ApiProblem why) implements Asked {}
  }

  /** Whoever has this address at this moment. */
  public Asked find(EmailAddress email, Instant now) {
    return member(email, teams.current(now));
  }

  private static Asked member(EmailAddress email, Optional<TeamPublication> team) {
    if (team.isEmpty()) {
      return new Asked.Refused(
          ApiProblem.forbidden(
              "no team is published, so nobody may look", "publish one: warmline team publish"));
    }
    return team.get()
        .team()
        .withEmail(email)
        .<Asked>map(person -> new Asked.By(new Member(person, team.get())))
        .orElseGet(
            () ->
                new Asked.Refused(
                    ApiProblem.forbidden(
                        "nobody in the team has the address of this token",
                        "sign in as somebody of the team, or have the team file name you")));
  }
}
