package dev.warmline.authoring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.InvalidModel;
import dev.warmline.rule.Model;
import java.util.Optional;

/**
 * Reads a model file and finds everything that is wrong with it at once. The format is the
 * caller's: a plain {@link JsonFactory} reads JSON, another reads YAML.
 */
public final class ModelReader {

  private ModelReader() {}

  /**
   * Reads a draft (version 0).
   *
   * @param file the name that findings carry
   * @param text the content, at most a million characters
   */
  public static CheckedModel read(JsonFactory format, String file, String text) {
    var tree = TreeReader.read(format, text);
    var findings = new Findings(file, tree);
    if (!tree.root().isMissingNode()) {
      var root = new Place("", tree.root());
      new ShapeCheck(findings).check(root, ModelShape.FILE);
      ModelChecks.check(root, findings);
    }
    var draft = draft(tree, findings);
    return new CheckedModel(draft, findings.inOrder());
  }

  /** What the parser of the model refuses where all checks were content is an error too. */
  private static Optional<Model> draft(LocatedTree tree, Findings findings) {
    if (!tree.flaws().isEmpty() || !(tree.root() instanceof ObjectNode source)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Model.of(source, 0));
    } catch (InvalidModel e) {
      if (!findings.hasErrors()) {
        e.problems().forEach(problem -> findings.errorAt(problem.pointer(), problem.message()));
      }
      return Optional.empty();
    }
  }
}
