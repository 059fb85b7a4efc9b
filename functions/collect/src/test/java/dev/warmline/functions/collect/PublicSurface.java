package dev.warmline.functions.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** What docs/openapi.yaml says. */
final class PublicSurface {
  private static final Set<String> METHODS = Set.of("get", "head", "post", "options");
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private final JsonNode document;

  private PublicSurface(JsonNode document) {
    this.document = document;
  }

  /**
   * A documented method at a documented path.
   *
   * @param path with its parameters in braces
   * @param statuses all that it may be answered
   */
  record Operation(String method, String path, Set<Integer> statuses) {
    @Override
    public String toString() {
      return method + " " + path;
    }

    /** The path with something for each parameter. */
    Stream<String> paths() {
      var parameter = PARAMETER.matcher(path);
      return parameter.find()
          ? examples(parameter.group(1)).stream().map(parameter::replaceFirst)
          : Stream.of(path);
    }
  }

  static PublicSurface read() {
    try (var file = Files.newBufferedReader(Path.of("../../docs/openapi.yaml"))) {
      return new PublicSurface(Gateway.JSON.valueToTree(new Yaml().load(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Operation> operations() {
    return document.path("paths").properties().stream()
        .flatMap(path -> operations(path.getKey(), resolved(path.getValue())))
        .toList();
  }

  /** Every word that a refusal may have for programs. */
  Set<String> codes() {
    var codes = new TreeSet<String>();
    document
        .at("/components/schemas/Refusal/properties/code/enum")
        .forEach(c -> codes.add(c.asText()));
    return codes;
  }

  /** Whether this method is documented at a path without parameters in it. */
  boolean names(String method, String path) {
    return operations().stream()
        .filter(operation -> operation.method().equals(method))
        .anyMatch(
            operation ->
                path.matches(PARAMETER.matcher(quoted(operation.path())).replaceAll("[^/]+")));
  }

  private static String quoted(String path) {
    return path.replace(".", "\\.");
  }

  private static Stream<Operation> operations(String path, JsonNode item) {
    return item.properties().stream()
        .filter(method -> METHODS.contains(method.getKey()))
        .map(
            method ->
                new Operation(
                    method.getKey().toUpperCase(java.util.Locale.ROOT),
                    path,
                    statuses(method.getValue().path("responses"))));
  }

  private static Set<Integer> statuses(JsonNode responses) {
    var statuses = new TreeSet<Integer>();
    responses.fieldNames().forEachRemaining(status -> statuses.add(Integer.valueOf(status)));
    return statuses;
  }

  private JsonNode resolved(JsonNode item) {
    return item.has("$ref") ? document.at(item.path("$ref").asText().substring(1)) : item;
  }

  private static List<String> examples(String parameter) {
    return switch (parameter) {
      case "source" -> List.of("landing", "small", "nobody");
      case "part" -> List.of("queryString.bundle.34b193ada8fe288d1bd1.js", "x.bundle.0.js");
      case "writeKey" -> List.of("WK_test", "no+key");
      default -> throw new AssertionError("no example of " + parameter);
    };
  }

  /** Every word that stands between the slashes of a documented path. */
  Stream<String> words() {
    return operations().stream()
        .flatMap(Operation::paths)
        .flatMap(path -> Arrays.stream(path.substring(1).split("/")));
  }
}
