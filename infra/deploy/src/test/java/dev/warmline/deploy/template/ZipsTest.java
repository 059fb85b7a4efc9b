package dev.warmline.deploy.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is in the function zips; skipped where they have not been packed. */
class ZipsTest {
  private static final long MOST_BYTES = 9_000_000;
  private static final List<String> FUNCTIONS =
      List.of("collect", "score", "detect", "notify", "clock", "desk");
  private static final String LIBRARIES = "lib/libraries.jar";
  private static final String SERVICES = "META-INF/services/";
  private static final ClassLoader LOADER = ZipsTest.class.getClassLoader();

  @ParameterizedTest
  @FieldSource("FUNCTIONS")
  void aZipHasAtMost9Megabytes(String function) throws IOException {
    assertThat(Files.size(zip(function))).isLessThan(MOST_BYTES);
  }

  @ParameterizedTest
  @FieldSource("FUNCTIONS")
  void nothingThatOnlyAuthorsOfModelsNeedIsInAZip(String function) throws IOException {
    var names = new HashSet<>(libraries(function).keySet());
    names.addAll(files(function).keySet());

    assertThat(names).anyMatch(name -> name.startsWith("dev/warmline/event/"));
    assertThat(names)
        .noneMatch(name -> name.startsWith("org/yaml/"))
        .noneMatch(name -> name.startsWith("dev/warmline/authoring/"));
  }

  /** One of two would be lost, and which one would be chance. */
  @Test
  void noTwoLibrariesHaveAFileOfOneName() throws IOException {
    var names = new TreeSet<String>();
    for (var function : FUNCTIONS) {
      names.addAll(libraries(function).keySet());
    }
    names.removeIf(name -> name.startsWith("META-INF/"));

    assertThat(names)
        .isNotEmpty()
        .allSatisfy(
            name -> assertThat(Collections.list(LOADER.getResources(name))).hasSizeLessThan(2));
  }

  /** SDK warm-up finds its clients by them, and the SDK its HTTP client. */
  @ParameterizedTest
  @FieldSource("FUNCTIONS")
  void everyServiceOfALibraryIsStillOffered(String function) throws IOException {
    var libraries = libraries(function);
    var lists = libraries.keySet().stream().filter(it -> it.startsWith(SERVICES)).toList();

    assertThat(lists).contains(SERVICES + "software.amazon.awssdk.core.warmup.SdkWarmUpProvider");
    for (var list : lists) {
      assertThat(providers(libraries.getOrDefault(list, new byte[0])))
          .as(list)
          .containsAll(offered(list, libraries));
    }
  }

  @ParameterizedTest
  @FieldSource("FUNCTIONS")
  void licencesAndNoticesComeAlong(String function) throws IOException {
    assertThat(libraries(function).keySet())
        .anyMatch(name -> name.startsWith("META-INF/sdk-core/") && name.contains("LICENSE"))
        .anyMatch(name -> name.startsWith("META-INF/jackson-core/") && name.contains("NOTICE"));
  }

  /** What the libraries on the class path offer, of the classes that are in the zip. */
  private static List<String> offered(String list, Map<String, byte[]> libraries)
      throws IOException {
    var offered = new HashSet<String>();
    for (var there : Collections.list(LOADER.getResources(list))) {
      try (var in = there.openStream()) {
        offered.addAll(providers(in.readAllBytes()));
      }
    }
    offered.removeIf(name -> !libraries.containsKey(name.replace('.', '/') + ".class"));
    return List.copyOf(offered);
  }

  private static List<String> providers(byte[] list) {
    return new String(list, UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  private static Map<String, byte[]> libraries(String function) throws IOException {
    var jar = files(function).getOrDefault(LIBRARIES, new byte[0]);
    return read(new ByteArrayInputStream(jar));
  }

  private static Map<String, byte[]> files(String function) throws IOException {
    try (var in = Files.newInputStream(zip(function))) {
      return read(in);
    }
  }

  private static Map<String, byte[]> read(InputStream in) throws IOException {
    var files = new TreeMap<String, byte[]>();
    var zip = new ZipInputStream(in);
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static Path zip(String function) {
    var path = "functions/" + function + "/target/warmline-" + function + ".zip";
    var zip = Template.projectRoot().resolve(path);
    assumeThat(zip).as("packed by: mvn package").exists();
    return zip;
  }
}
