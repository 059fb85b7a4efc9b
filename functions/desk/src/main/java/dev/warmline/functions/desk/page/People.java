package dev.warmline.functions.desk.page;

import dev.warmline.functions.desk.api.LeadRow;
import dev.warmline.lead.Lead;
import dev.warmline.team.Team;
import dev.warmline.team.TeamMember;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people are called on pages. */
final class People {
  private People() {}

  /** A lead: its name, else its address, else that it has none. */
  static String name(Lead lead) {
    var person = LeadRow.person(lead.card().traits());
    return Stream.of("name", "email", "phone")
        .map(it -> person.path(it).asText())
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse("Somebody without a name");
  }

  /** What a lead does and where, in one line. */
  static String work(Lead lead) {
    var person = LeadRow.person(lead.card().traits());
    return Stream.of("role", "company", "country")
        .map(it -> person.path(it).asText())
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** Somebody of the team by their id. */
  static String member(Team team, String id) {
    return team.person(id).map(TeamMember::name).orElse(id);
  }

  /** Who has a lead. */
  static String owner(Team team, Optional<String> owner) {
    return owner.map(id -> member(team, id)).orElse("nobody");
  }
}
