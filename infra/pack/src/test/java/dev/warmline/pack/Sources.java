package dev.warmline.pack;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Class files of test sources, as javac makes them for a Java release. */
final class Sources {
  private Sources() {}

  /**
   * Compiles the samples.
   *
   * @param folder where to put the class files
   * @param release the Java release, with its ways of compiling lambdas
   */
  static Map<String, byte[]> compiled(Path folder, int release) {
    var samples = Path.of("src/test/resources/samples");
    var arguments =
        Stream.concat(
                Stream.of("--release", "" + release, "-Xlint:-options", "-d", folder.toString()),
                find(samples, ".java").map(Path::toString))
            .toArray(String[]::new);
    var result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
    if (result != 0) {
      throw new IllegalStateException("the samples do not compile for Java " + release);
    }
    return find(folder, ".class")
        .collect(toMap(it -> folder.relativize(it).toString(), Sources::content));
  }

  private static Stream<Path> find(Path folder, String ending) {
    try (var files = Files.walk(folder)) {
      return List.copyOf(files.filter(it -> it.toString().endsWith(ending)).toList()).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
