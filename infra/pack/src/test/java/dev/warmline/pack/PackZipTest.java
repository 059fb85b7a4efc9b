package dev.warmline.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackZipTest {

  @Test
  void makesOneJarOfAllAndLeavesTheRest() throws IOException {
    var packed =
        PackZip.packed(
            Map.of(
                "own.txt", bytes("own"),
                "lib/a.jar", jar(Map.of("a/one.txt", "1")),
                "lib/b.jar", jar(Map.of("b/two.txt", "2"))),
            25);

    assertThat(packed).containsOnlyKeys("own.txt", "lib/libraries.jar");
    assertThat(libraries(packed)).containsOnly(entry("a/one.txt", "1"), entry("b/two.txt", "2"));
  }

  @Test
  void joinsListsOfServices() throws IOException {
    var packed =
        PackZip.packed(
            Map.of(
                "lib/a.jar", jar(Map.of("META-INF/services/x.Service", "a.One")),
                "lib/b.jar", jar(Map.of("META-INF/services/x.Service", "\nb.Two\n\n"))),
            25);

    assertThat(libraries(packed))
        .containsOnly(entry("META-INF/services/x.Service", "a.One\nb.Two\n"));
  }

  @Test
  void keepsLicencesByJarAndMavensCoordinatesWhereScannersLook() throws IOException {
    var packed =
        PackZip.packed(
            Map.of(
                "lib/a-1.0.jar", jar(Map.of("META-INF/LICENSE", "A", "META-INF/maven/g/a/p", "x")),
                "lib/b-2.0.jar", jar(Map.of("META-INF/LICENSE", "B"))),
            25);

    assertThat(libraries(packed))
        .containsOnly(
            entry("META-INF/a-1.0/LICENSE", "A"),
            entry("META-INF/b-2.0/LICENSE", "B"),
            entry("META-INF/maven/g/a/p", "x"));
  }

  @Test
  void takesTheNewestFileForTheReleaseAndNoModules() throws IOException {
    var packed =
        PackZip.packed(
            Map.of(
                "lib/a.jar",
                jar(
                    Map.of(
                        "a/X.txt", "old",
                        "META-INF/versions/9/a/X.txt", "nine",
                        "META-INF/versions/21/a/X.txt", "twenty-one",
                        "META-INF/versions/26/a/X.txt", "to come",
                        "META-INF/versions/9/module-info.class", "no",
                        "module-info.class", "no"))),
            25);

    assertThat(libraries(packed)).containsOnly(entry("a/X.txt", "twenty-one"));
  }

  @Test
  void refusesJarsThatDisagree() throws IOException {
    var zip =
        Map.of(
            "lib/a.jar", jar(Map.of("same.txt", "one")),
            "lib/b.jar", jar(Map.of("same.txt", "other")));

    assertThatThrownBy(() -> PackZip.packed(zip, 25))
        .isInstanceOf(IOException.class)
        .hasMessage("b and a jar before it have different files same.txt");
  }

  @Test
  void replacesLambdasInTheFunctionAndItsLibraries(@TempDir Path folder) throws IOException {
    var classes = Sources.compiled(folder, 25);
    var parent = Map.of("samples/other/Parent.class", classes.remove("samples/other/Parent.class"));
    var zip = new TreeMap<>(classes);
    zip.put("lib/parent.jar", Archive.write(parent, ZipEntry.DEFLATED));

    var packed = PackZip.packed(zip, 25);

    assertThat(packed).containsKeys("samples/Shapes.class", "samples/Shapes$$Lambdas0.class");
    assertThat(libraries(packed)).containsKeys("samples/other/Parent$$Lambdas0.class");
  }

  @Test
  void theSameZipMakesTheSameBytes(@TempDir Path folder) throws IOException {
    var zip = Archive.write(Map.of("lib/a.jar", jar(Map.of("a", "1"))), ZipEntry.DEFLATED);
    var one = Files.write(folder.resolve("one.zip"), zip);
    var other = Files.write(folder.resolve("other.zip"), zip);

    PackZip.main(new String[] {one.toString(), "25"});
    PackZip.main(new String[] {other.toString(), "25"});

    assertThat(one).hasSameBinaryContentAs(other);
    assertThat(folder).isDirectoryNotContaining("glob:**.packed");
  }

  private static Map<String, String> libraries(Map<String, byte[]> zip) throws IOException {
    var texts = new TreeMap<String, String>();
    Archive.read(new ByteArrayInputStream(zip.getOrDefault("lib/libraries.jar", new byte[0])))
        .forEach((name, content) -> texts.put(name, new String(content, UTF_8)));
    return texts;
  }

  private static byte[] jar(Map<String, String> texts) throws IOException {
    var files = new TreeMap<String, byte[]>();
    texts.forEach((name, text) -> files.put(name, bytes(text)));
    return Archive.write(files, ZipEntry.DEFLATED);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
