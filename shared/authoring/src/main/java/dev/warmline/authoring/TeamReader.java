package dev.warmline.authoring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.ModelNode;
import dev.warmline.team.TeamParser;
import java.util.Optional;

/** Reads a team file and finds everything that is wrong with it at once. */
final class TeamReader {
  private TeamReader() {}

  /**
   * Reads a team.
   *
   * @param file the name that findings carry
   * @param text the content, at most a million characters
   */
  static CheckedTeam read(JsonFactory format, String file, String text) {
    var tree = TreeReader.read(format, text);
    var findings = new Findings(file, tree);
    if (tree.root().isMissingNode()) {
      return new CheckedTeam(Optional.empty(), findings.inOrder());
    }
    var root = new ModelNode("", tree.root());
    var parsed = TeamParser.parse(root);
    new ReadingProblems(root, parsed.problems(), findings).tell();
    new TeamChecks(findings).check(root);
    var all = findings.inOrder();
    return all.stream().noneMatch(Finding::isError) && tree.root() instanceof ObjectNode source
        ? new CheckedTeam(Optional.of(new CheckedTeam.Accepted(parsed.team(), source)), all)
        : new CheckedTeam(Optional.empty(), all);
  }
}
