package dev.warmline.local;

import dev.warmline.authoring.Finding;
import dev.warmline.authoring.YamlModels;
import dev.warmline.rule.Model;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads the model that this stack runs with; every problem is told at once. */
final class LocalModel {
  private LocalModel() {}

  static Model read(Path file) {
    try {
      var checked = YamlModels.read(file);
      return checked
          .model()
          .orElseThrow(
              () ->
                  new CannotStart(
                      "the model has problems:\n"
                          + checked.findings().stream()
                              .map(Finding::toString)
                              .collect(Collectors.joining("\n"))));
    } catch (NoSuchFileException e) {
      throw new CannotStart("there is no model file " + file);
    } catch (IOException e) {
      throw new CannotStart("the model file " + file + " cannot be read: " + e.getMessage());
    }
  }
}
