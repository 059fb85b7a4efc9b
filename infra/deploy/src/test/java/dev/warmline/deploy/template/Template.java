package dev.warmline.deploy.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A CloudFormation template as a tree; {@code !Ref X} reads as an object {@code {"!Ref": "X"}}. */
record Template(Tree root) {

  /** The template at the root of the project. */
  static Template main() {
    return at("template.yaml");
  }

  /** A template by its path from the root of the project. */
  static Template at(String path) {
    try (var in = Files.newBufferedReader(projectRoot().resolve(path))) {
      return new Template(new Tree(new Yaml(new Intrinsics()).load(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder that holds {@code template.yaml}, seen from wherever the tests run. */
  static Path projectRoot() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("template.yaml"))) {
      folder = Optional.ofNullable(folder.getParent()).orElseThrow();
    }
    return folder;
  }

  /** The resources of a type by logical id. */
  Map<String, Tree> resources(String type) {
    var found = new TreeMap<String, Tree>();
    root.at("Resources")
        .fields()
        .forEach(
            (id, resource) -> {
              if (resource.at("Type").text().equals(type)) {
                found.put(id, resource);
              }
            });
    return found;
  }

  /** The properties of one resource. */
  Tree properties(String id) {
    return root.at("Resources").at(id).at("Properties");
  }

  /** Each function's properties by its short name: {@code collect}, {@code score}, ... */
  Map<String, Tree> functions() {
    var functions = new TreeMap<String, Tree>();
    resources("AWS::Serverless::Function")
        .forEach(
            (id, resource) ->
                functions.put(
                    id.replace("Function", "").toLowerCase(Locale.ROOT),
                    resource.at("Properties")));
    return functions;
  }

  /** The properties of the function with this short name. */
  Tree function(String name) {
    return Optional.ofNullable(functions().get(name)).orElseThrow();
  }

  private static final class Intrinsics extends SafeConstructor {
    /** The reader's own limit is against files of strangers. */
    private static final int MOST_ALIASES = 200;

    Intrinsics() {
      super(options());
      yamlMultiConstructors.put("!", new Tagged());
    }

    private static LoaderOptions options() {
      var options = new LoaderOptions();
      options.setMaxAliasesForCollections(MOST_ALIASES);
      return options;
    }

    private final class Tagged extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        var value =
            switch (node) {
              case ScalarNode scalar -> scalar.getValue();
              case SequenceNode sequence -> List.copyOf(constructSequence(sequence));
              case MappingNode mapping -> Map.copyOf(constructMapping(mapping));
              default -> throw new IllegalArgumentException("unexpected " + node);
            };
        return Map.of(node.getTag().getValue(), value);
      }
    }
  }
}
