package dev.warmline.team;

import dev.warmline.event.EmailAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Somebody of the two teams.
 *
 * @param id how the product knows them; part of the data
 * @param email where mail finds them and by what they sign in; nobody else's
 * @param slack their member id in Slack
 * @param away when they get no leads
 */
public record TeamMember(
    String id,
    String name,
    EmailAddress email,
    Role role,
    Optional<String> slack,
    List<Away> away) {
  public TeamMember {
    away = List.copyOf(away);
  }

  /** Whether they get no leads on a date. */
  public boolean isAwayOn(LocalDate date) {
    return away.stream().anyMatch(it -> it.covers(date));
  }
}
