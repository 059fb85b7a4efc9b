package dev.warmline.team;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.ModelNode;
import dev.warmline.rule.Problem;
import dev.warmline.rule.Reading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the JSON form of a team file by its {@linkplain TeamKeys description}. */
public final class TeamParser {
  private TeamParser() {}

  /**
   * What a reading gave.
   *
   * @param read the team; empty if the file is not even of the shape of one
   * @param problems everything that is wrong; empty for a usable team
   */
  public record Parsed(Optional<Team> read, List<Problem> problems) {

    /**
     * The team, if nothing is wrong with it.
     *
     * @throws IllegalArgumentException with everything that is wrong
     */
    public Team team() {
      return read.filter(_ -> problems.isEmpty())
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      problems.stream().map(Problem::toString).collect(Collectors.joining("; "))));
    }
  }

  /** Reads a team file; never fails. */
  public static Parsed parse(ObjectNode source) {
    return parse(new ModelNode("", source));
  }

  /** Reads the root of a team file, whatever it is; never fails. */
  public static Parsed parse(ModelNode root) {
    var reading = new Reading();
    var team = reading.read(TeamKeys.FILE, root);
    new TeamReferences(root, reading).check();
    return new Parsed(team, reading.problems());
  }
}
