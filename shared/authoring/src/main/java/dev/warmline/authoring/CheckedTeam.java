package dev.warmline.authoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.team.Team;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a team file.
 *
 * @param accepted the team and the JSON that it was read from, present exactly if no finding is an
 *     error
 * @param findings every problem and doubt at once, in the order of the file
 */
public record CheckedTeam(Optional<Accepted> accepted, List<Finding> findings) {

  /** A team without errors, and the JSON of its file. */
  public record Accepted(Team team, ObjectNode source) {}

  public CheckedTeam {
    findings = List.copyOf(findings);
    if (accepted.isPresent() == findings.stream().anyMatch(Finding::isError)) {
      throw new IllegalArgumentException("a file gives a team exactly if it has no errors");
    }
  }
}
