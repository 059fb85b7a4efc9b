package dev.warmline.rule;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a model file.
 *
 * @param model the model, present exactly if no finding is an error
 * @param findings every problem and doubt at once, in the order of the file
 */
public record CheckedModel(Optional<Model> model, List<Finding> findings) {

  public CheckedModel {
    findings = List.copyOf(findings);
    if (model.isPresent() == findings.stream().anyMatch(Finding::isError)) {
      throw new IllegalArgumentException("a model is accepted exactly if nothing is an error");
    }
  }

  /** The findings that keep the model from being accepted. */
  public List<Finding> errors() {
    return findings.stream().filter(Finding::isError).toList();
  }

  /** The findings that do not. */
  public List<Finding> warnings() {
    return findings.stream().filter(finding -> !finding.isError()).toList();
  }
}
