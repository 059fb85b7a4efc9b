package dev.warmline.usecase;

import dev.warmline.lead.Act;
import dev.warmline.lead.Assignment;
import dev.warmline.lead.Standing;
import dev.warmline.team.Role;
import dev.warmline.team.Team;
import dev.warmline.team.TeamMember;
import dev.warmline.team.TeamQueue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which acts a person of the team may do to which lead. {@code docs/desk.md} shows it. */
public final class DeskRights {
  private static final Set<Role> SALES = Set.of(Role.SALES);
  private static final Set<Role> MARKETING = Set.of(Role.MARKETING);
  private static final Set<Role> BOTH = Set.of(Role.SALES, Role.MARKETING);

  /** Who may do an act beside those who lead, who may do all. */
  private static final Map<String, Set<Role>> ROLES =
      Map.ofEntries(
          Map.entry("accepted", SALES),
          Map.entry("returned", SALES),
          Map.entry("qualified", SALES),
          Map.entry("won", SALES),
          Map.entry("lost", SALES),
          Map.entry("disqualified", SALES),
          Map.entry("contacted", SALES),
          Map.entry("assigned", SALES),
          Map.entry("answered", MARKETING),
          Map.entry("released", MARKETING),
          Map.entry("dropped", MARKETING),
          Map.entry("introduced", MARKETING),
          Map.entry("reopened", MARKETING),
          Map.entry("handed-over", BOTH),
          Map.entry("noted", BOTH),
          Map.entry("undone", BOTH));

  private DeskRights() {}

  /** Whether an act may be done. */
  public sealed interface Right {

    /** It may. */
    record Granted() implements Right {}

    /** It may by somebody who takes the lead over from whoever has it. */
    record OnlyByTaking(String owner) implements Right {}

    /** It may not; the words are for whoever tried. */
    record Denied(String why, String mend) implements Right {}
  }

  /** Who may do each act, beside those who lead. */
  public static Map<String, Set<Role>> roles() {
    return new TreeMap<>(ROLES);
  }

  /**
   * Whether a person may do an act.
   *
   * @param act its word; of an unknown one the role alone says nothing
   */
  public static Right of(TeamMember who, Team team, String act, Standing standing) {
    var roles = ROLES.getOrDefault(act, Set.of(Role.values()));
    if (who.role() == Role.LEAD) {
      return new Right.Granted();
    }
    if (!roles.contains(who.role())) {
      return new Right.Denied(
          "role " + who.role().word() + " does not do the act " + act,
          "ask " + words(roles) + ", or somebody who leads a team");
    }
    return roles.equals(SALES) ? ofSales(who, team, standing) : new Right.Granted();
  }

  /** Sales works the leads of its own queues, and another's only after asking for it. */
  private static Right ofSales(TeamMember who, Team team, Standing standing) {
    var owner = standing.owner();
    if (owner.equals(Optional.of(who.id()))) {
      return new Right.Granted();
    }
    var queue = standing.assignment().queue();
    if (!serves(who, team, queue)) {
      return new Right.Denied(
          "you are not a member of queue " + queue.orElse(""),
          "ask one of its members, or have the team file name you");
    }
    return owner.<Right>map(Right.OnlyByTaking::new).orElseGet(Right.Granted::new);
  }

  /** Whoever serves none in particular is served by everybody of sales. */
  private static boolean serves(TeamMember who, Team team, Optional<String> queue) {
    var members = queue.flatMap(team::queue).map(TeamQueue::members).orElse(List.of());
    return members.isEmpty() || members.contains(who.id());
  }

  private static String words(Set<Role> roles) {
    return String.join(" or ", roles.stream().map(Role::word).sorted().toList());
  }

  /** Whether an act gives the lead to whoever does it, so that it need not be assigned before. */
  static boolean isTaking(String act, Standing standing) {
    return act.equals(new Act.Assigned(Assignment.NONE).word())
        || (act.equals(new Act.Accepted().word()) && standing.place() == Standing.Place.ANNOUNCED);
  }
}
