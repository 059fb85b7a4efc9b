import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks (or with {@code write} mends) the format of every Java file below the current folder. It
 * is run with the build's own JDK, because google-java-format reads the language its JDK speaks.
 */
class CheckFormat {
  private static final Set<String> SOURCES = Set.of("shared", "functions", "infra", ".mvn");

  public static void main(String[] arguments) throws Exception {
    var write = List.of(arguments).contains("write");
    var formatter = new Formatter();
    var wrong = 0;
    for (var file : javaFiles()) {
      var text = Files.readString(file);
      var formatted =
          formatter.formatSource(
              RemoveUnusedImports.removeUnusedImports(
                  ImportOrderer.reorderImports(text, Style.GOOGLE)));
      if (text.equals(formatted)) {
        continue;
      }
      wrong++;
      System.err.println((write ? "formatted " : "not formatted: ") + file);
      if (write) {
        Files.writeString(file, formatted);
      }
    }
    if (wrong > 0 && !write) {
      System.err.println("Mend it with: mvn -N process-sources -Dformat.mode=write");
      System.exit(1);
    }
  }

  private static List<Path> javaFiles() throws Exception {
    try (Stream<Path> walk = Files.walk(Path.of(""))) {
      return walk.filter(p -> p.toString().endsWith(".java"))
          .filter(p -> SOURCES.contains(p.getName(0).toString()))
          .filter(p -> !p.toString().contains("/target/") && !p.toString().contains("node_modules"))
          .sorted()
          .toList();
    }
  }
}
