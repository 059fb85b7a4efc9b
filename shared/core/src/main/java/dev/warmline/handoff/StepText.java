package dev.warmline.handoff;

import dev.warmline.lead.Act;
import dev.warmline.lead.Actor;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import dev.warmline.team.Team;
import dev.warmline.team.TeamMember;
import java.util.Optional;

/** What is said below the message of a lead once somebody moved it, and no notice tells of that. */
public final class StepText {
  /** Why an entry says that it took back the one before. */
  private static final String UNDONE = new Act.Undone().word();

  private StepText() {}

  /** For example {@code Taken by Kim Lee}; empty if it goes without saying. */
  public static Optional<String> of(StageEntry step, Optional<Team> team) {
    if (step.who().equals(new Actor.Warmline().who())) {
      return Optional.empty();
    }
    var who = team.flatMap(it -> it.person(step.who())).map(TeamMember::name).orElse(step.who());
    var name = VisitorText.defuse(VisitorText.clean(who, AlertFields.LONGEST_ID));
    return step.why().equals(UNDONE)
        ? Optional.of("Undone by " + name + ": it is " + step.to().word() + " again")
        : verb(step.to()).map(verb -> verb + " by " + name);
  }

  /** Of what else sales does with a lead, notices tell. */
  private static Optional<String> verb(Stage to) {
    return switch (to) {
      case SAL -> Optional.of("Taken");
      case SQL -> Optional.of("Qualified");
      case CUSTOMER -> Optional.of("Won");
      case SUSPECT, PROSPECT, MQL, RECYCLED, DISQUALIFIED -> Optional.empty();
    };
  }
}
