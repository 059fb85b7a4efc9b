import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
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

  public static void main(String[] arguments) throws IOException {
    var write = List.of(arguments).contains("write");
    var wrong = javaFiles().parallelStream().filter(file -> !isFormatted(file, write)).count();
    if (wrong > 0 && !write) {
      System.err.println("Mend it with: mvn -N process-sources -Dformat.mode=write");
      System.exit(1);
    }
  }

  private static boolean isFormatted(Path file, boolean write) {
    try {
      var text = Files.readString(file);
      var ordered = ImportOrderer.reorderImports(text, Style.GOOGLE);
      var formatted =
          new Formatter().formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
      if (text.equals(formatted)) {
        return true;
      }
      System.err.println((write ? "formatted " : "not formatted: ") + file);
      if (write) {
        Files.writeString(file, formatted);
      }
      return false;
    } catch (IOException | FormatterException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of(""))) {
      return walk.filter(p -> p.toString().endsWith(".java"))
          .filter(p -> SOURCES.contains(p.getName(0).toString()))
          .filter(p -> !p.toString().contains("/target/") && !p.toString().contains("node_modules"))
          .sorted()
          .toList();
    }
  }
}
