package dev.warmline.cli;

import dev.warmline.authoring.CheckedTeam;
import dev.warmline.authoring.YamlModels;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Team files as commands need them. */
final class TeamFiles {
  private TeamFiles() {}

  /** Reads a file and checks it. */
  static CheckedTeam check(Path file) {
    try {
      return YamlModels.readTeam(file);
    } catch (IOException e) {
      throw ModelFiles.unreadable(file, e);
    }
  }

  /** The accepted team; whatever was found is shown first. */
  static CheckedTeam.Accepted accepted(Path file, PrintWriter err) {
    var checked = check(file);
    checked.findings().forEach(err::println);
    return checked
        .accepted()
        .orElseThrow(
            () -> Failure.no(file + " is not accepted: mend the errors above and try again"));
  }
}
