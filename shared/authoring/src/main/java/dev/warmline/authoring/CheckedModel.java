package dev.warmline.authoring;

import dev.warmline.rule.Model;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a model file.
 *
 * @param draft the model as far as it can be scored with, present also where a check refuses it (an
 *     enter nobody reaches, an exit that overlaps): for looking at, never for publishing
 * @param findings every problem and doubt at once, in the order of the file
 */
public record CheckedModel(Optional<Model> draft, List<Finding> findings) {

  public CheckedModel {
    findings = List.copyOf(findings);
    if (draft.isEmpty() && findings.stream().noneMatch(Finding::isError)) {
      throw new IllegalArgumentException("a file without errors gives a model");
    }
  }

  /** The model, present exactly if no finding is an error. */
  public Optional<Model> model() {
    return draft.filter(_ -> errors().isEmpty());
  }

  /** The findings that keep the model from being accepted. */
  public List<Finding> errors() {
    return findings.stream().filter(Finding::isError).toList();
  }

  /** The findings about what is surely not meant. */
  public List<Finding> warnings() {
    return with(Finding.Severity.WARNING);
  }

  /** The findings about what may not be meant. */
  public List<Finding> hints() {
    return with(Finding.Severity.HINT);
  }

  private List<Finding> with(Finding.Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).toList();
  }
}
