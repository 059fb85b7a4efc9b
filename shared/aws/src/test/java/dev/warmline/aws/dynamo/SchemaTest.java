package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private static final Path SOURCES = Path.of("..", "..");

  /** The schema, what this test plants, and the database in memory, which knows keys alone. */
  private static final Set<String> ALLOWED =
      Set.of("Schema.java", "ModelsSchema.java", "SchemaTest.java", "Written.java");

  @Test
  void storedNamesStandInTheSchemaAlone() throws IOException {
    var found = new TreeMap<String, List<String>>();
    try (var files = Files.walk(SOURCES)) {
      files
          .filter(file -> file.toString().matches(".*/src/(main|test)/java/.*\\.java"))
          .filter(file -> !ALLOWED.contains(file.getFileName().toString()))
          .forEach(file -> found.put(file.toString(), StoredNames.in(file, text(file))));
    }

    assertThat(found).hasSizeGreaterThan(500);
    found.values().removeIf(List::isEmpty);
    assertThat(found).isEmpty();
  }

  @Test
  void aStoredNameIsSeenWhereverItIsPlanted() {
    var anywhere = Path.of("infra/x/src/main/java/X.java");
    var test = Path.of("infra/x/src/test/java/XTest.java");

    assertThat(StoredNames.in(anywhere, "record.get(\"pk\")")).containsExactly("pk");
    assertThat(StoredNames.in(anywhere, "sk.startsWith(\"STAGE#\")")).containsExactly("STAGE#");
    assertThat(StoredNames.in(anywhere, "return \"SOURCE#\" + digest;")).containsExactly("SOURCE#");
    assertThat(StoredNames.in(anywhere, "import x.AttributeValue; it.get(\"qb\")"))
        .containsExactly("qb");
    assertThat(StoredNames.in(mapper(), "String BODY = \"b\";")).containsExactly("b");
    assertThat(StoredNames.in(test, "Map.of(\"v\", AttributeValue.fromN(\"1\"))"))
        .containsExactly("v");
    assertThat(StoredNames.in(test, "item.get(\"cy\"); AttributeValue x;")).containsExactly("cy");
  }

  @Test
  void wordsOfOthersAreNoStoredNames() {
    var anywhere = Path.of("infra/x/src/main/java/X.java");
    var test = Path.of("infra/x/src/test/java/XTest.java");

    assertThat(StoredNames.in(anywhere, "row.put(\"stage\", stage)")).isEmpty();
    assertThat(StoredNames.in(mapper(), "model.path(\"name\")")).isEmpty();
    assertThat(StoredNames.in(anywhere, "// the \"pk\" of a record")).isEmpty();
    assertThat(StoredNames.in(test, "String event = \"\"\"\n{\"pk\":{\"S\":\"p\"}}\"\"\";"))
        .isEmpty();
    assertThat(StoredNames.in(test, "AttributeValue x; send(\"a\", \"b\")")).isEmpty();
  }

  private static Path mapper() {
    return Path.of("shared/aws/src/main/java/dev/warmline/aws/dynamo/X.java");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
