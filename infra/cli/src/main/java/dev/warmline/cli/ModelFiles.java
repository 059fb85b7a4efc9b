package dev.warmline.cli;

import dev.warmline.authoring.CheckedModel;
import dev.warmline.authoring.YamlModels;
import dev.warmline.rule.Model;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Model files as commands need them. */
final class ModelFiles {
  private static final String CASES = ".test.yaml";

  private ModelFiles() {}

  /**
   * The models among these files: {@code NAME.test.yaml} stands for its model, so that a shell's
   * {@code *.yaml} names each once.
   */
  static Set<Path> models(List<Path> files) {
    var models = new LinkedHashSet<Path>();
    for (var file : files) {
      var name = String.valueOf(file.getFileName());
      models.add(
          name.endsWith(CASES)
              ? file.resolveSibling(name.substring(0, name.length() - CASES.length()) + ".yaml")
              : file);
    }
    return models;
  }

  /** Reads a file and checks it. */
  static CheckedModel check(Path file) {
    try {
      return YamlModels.read(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The accepted model; whatever was found is shown first. */
  static Model accepted(Path file, PrintWriter err) {
    var checked = check(file);
    checked.findings().forEach(err::println);
    return checked
        .model()
        .orElseThrow(
            () -> Failure.no(file + " is not accepted: mend the errors above and try again"));
  }

  /** A model to compute with: what would keep it from being published is shown and passed over. */
  static Model computable(Path file, PrintWriter err) {
    var checked = check(file);
    if (!checked.errors().isEmpty()) {
      checked.findings().forEach(err::println);
    }
    return checked
        .draft()
        .orElseThrow(
            () -> Failure.wrongInput(file + " is no model: mend the errors above and try again"));
  }

  /** Why a file cannot be read, as a failure. */
  static Failure unreadable(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return Failure.wrongInput(file + " does not exist: check the path");
    }
    if (Files.isDirectory(file)) {
      return Failure.wrongInput(file + " is a folder: name a file");
    }
    return Failure.wrongInput(file + " cannot be read: " + e.getMessage());
  }
}
