package dev.warmline.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Reads the JSON form of a model file by its {@linkplain ModelKeys description}. Everything of the
 * wrong shape, every reference to something that is not there and every pattern that Event Ruler
 * refuses is a problem; all are found at once.
 */
public final class ModelParser {
  private ModelParser() {}

  /**
   * What a reading gave.
   *
   * @param file the model; empty if the file is not even of the shape of one
   * @param problems everything that is wrong; empty for a usable model
   */
  public record Parsed(Optional<ModelFile> file, List<Problem> problems) {}

  /** The keys of a model file that came after the first format. */
  static List<ModelFormat.Later> later(ObjectNode source) {
    var root = new ModelNode("", source);
    var reading = new Reading(PatternReader.lists(root));
    reading.read(ModelKeys.FILE, root);
    return reading.later();
  }

  /** Reads a model file; never fails. */
  public static Parsed parse(ObjectNode source) {
    return parse(new ModelNode("", source));
  }

  /** Reads the root of a model file, whatever it is; never fails. */
  public static Parsed parse(ModelNode root) {
    var reading = new Reading(PatternReader.lists(root));
    var file = reading.read(ModelKeys.FILE, root);
    var parts = new ModelParts(root);
    new ReferenceCheck(reading).check(parts);
    new ContradictionCheck(reading).check(parts);
    return new Parsed(file, reading.problems());
  }
}
