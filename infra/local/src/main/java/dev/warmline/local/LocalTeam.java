package dev.warmline.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.authoring.Finding;
import dev.warmline.authoring.YamlModels;
import dev.warmline.aws.dynamo.TeamPublisher;
import dev.warmline.aws.dynamo.TeamPublisher.Draft;
import dev.warmline.team.Absences;
import dev.warmline.team.TeamPublication;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;

/** The team that this stack begins with. */
record LocalTeam(ObjectNode source) {
  /** Reads the file; every problem is told at once. */
  static LocalTeam read(Path file) {
    try {
      var checked = YamlModels.readTeam(file);
      return checked
          .accepted()
          .map(accepted -> new LocalTeam(accepted.source()))
          .orElseThrow(
              () ->
                  new CannotStart(
                      "the team file has problems:\n"
                          + checked.findings().stream()
                              .map(Finding::toString)
                              .collect(Collectors.joining("\n"))));
    } catch (NoSuchFileException e) {
      throw new CannotStart("there is no team file " + file);
    } catch (IOException e) {
      throw new CannotStart("the team file " + file + " cannot be read: " + e.getMessage());
    }
  }

  /** Puts it in force. A restart with the same file is no new publication. */
  void publish(TeamPublisher publisher, Instant now) {
    var current = publisher.current();
    if (current.map(TeamPublication::source).filter(next(current, now)::equals).isEmpty()) {
      publisher.publish(before -> new Draft(next(before, now), "published by infra/up"), "up", now);
    }
  }

  /** The file with the absences that were said by command. */
  private ObjectNode next(Optional<TeamPublication> before, Instant now) {
    var today = now.atZone(ZoneOffset.UTC).toLocalDate();
    return before.map(it -> Absences.carried(it.source(), source, today)).orElse(source);
  }
}
