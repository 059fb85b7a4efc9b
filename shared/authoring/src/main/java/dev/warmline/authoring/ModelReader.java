package dev.warmline.authoring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.Model;
import dev.warmline.rule.ModelNode;
import dev.warmline.rule.ModelParser;
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
    if (tree.root().isMissingNode()) {
      return new CheckedModel(Optional.empty(), findings.inOrder());
    }
    var root = new ModelNode("", tree.root());
    var parsed = ModelParser.parse(root);
    var told = new ReadingProblems(root, parsed.problems(), findings);
    told.tell();
    ModelChecks.check(root, findings);
    told.tellPatterns();
    var draft =
        tree.flaws().isEmpty()
                && parsed.problems().isEmpty()
                && tree.root() instanceof ObjectNode source
            ? Optional.of(Model.of(source, parsed, 0))
            : Optional.<Model>empty();
    return new CheckedModel(draft, findings.inOrder());
  }
}
