package dev.warmline.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaClassesTest {

  @ParameterizedTest
  @ValueSource(ints = {8, 11, 25})
  void everyShapeOfLambdaDoesTheSameAsBefore(int release, @TempDir Path folder) throws Exception {
    var before = Sources.compiled(folder, release);

    var after = LambdaClasses.knowing(before).replacedIn(before);

    assertThat(run(after)).isEqualTo(run(before)).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 11, 25})
  void leavesOnlyWhatItCannotBeSureOf(int release, @TempDir Path folder) {
    var before = Sources.compiled(folder, release);

    var after = LambdaClasses.knowing(before).replacedIn(before);

    assertThat(lambdas(before)).isGreaterThan(60);
    assertThat(lambdas(after)).isLessThan(5);
  }

  @Test
  void theSameFilesMakeTheSameBytes(@TempDir Path folder) {
    var before = Sources.compiled(folder, 25);

    var one = LambdaClasses.knowing(before).replacedIn(before);
    var other = LambdaClasses.knowing(before).replacedIn(new TreeMap<>(before));

    assertThat(one.keySet()).isEqualTo(other.keySet());
    one.forEach((name, content) -> assertThat(other.get(name)).as(name).isEqualTo(content));
  }

  @Test
  void aJvmAcceptsAWholeLibrary() throws Exception {
    var library = library(Assertions.class);

    var after = LambdaClasses.knowing(library).replacedIn(library);

    assertThat(lambdas(library)).isGreaterThan(500);
    assertThat(lambdas(after)).isLessThan(lambdas(library) / 20);
    assertThat(linked(after)).containsAll(linked(library)).hasSizeGreaterThan(1000);
  }

  /** The JVM says whether a call is allowed only when it is made: here it is asked of each. */
  @Test
  void whatTheClassesCallMayBeCalledByThem() throws Exception {
    var library = library(Assertions.class);
    var after = LambdaClasses.knowing(library).replacedIn(library);
    after.keySet().removeIf(file -> !file.endsWith(".class"));

    var calls = new Calls(new InMemory(after));
    for (var file : after.entrySet()) {
      if (file.getKey().contains("$$Lambdas")) {
        calls.check(ClassFile.of().parse(file.getValue()));
      }
    }

    assertThat(calls.allowed()).isGreaterThan(1000);
    assertThat(calls.refused()).isEmpty();
  }

  @Test
  void leavesAClassIfNobodyCanSayWhetherItIsRight(@TempDir Path folder) {
    var complete = Sources.compiled(folder, 25);
    var incomplete = new TreeMap<>(complete);
    incomplete.remove("samples/UsesAbsent$Absent.class");

    assertThat(changed("samples/UsesAbsent.class", complete)).isTrue();
    assertThat(changed("samples/UsesAbsent.class", incomplete)).isFalse();
  }

  private static boolean changed(String file, Map<String, byte[]> before) {
    var after = LambdaClasses.knowing(before).replacedIn(before);
    return !Arrays.equals(before.get(file), after.get(file));
  }

  private static List<?> run(Map<String, byte[]> files) throws Exception {
    var shapes = new InMemory(files).loadClass("samples.Shapes");
    return (List<?>) shapes.getMethod("run").invoke(null);
  }

  private static long lambdas(Map<String, byte[]> files) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(".class"))
        .flatMap(file -> ClassFile.of().parse(file.getValue()).methods().stream())
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .filter(InvokeDynamicInstruction.class::isInstance)
        .flatMap(it -> LambdaSite.of((InvokeDynamicInstruction) it).stream())
        .count();
  }

  private static List<String> linked(Map<String, byte[]> files) {
    var loader = new InMemory(files);
    var linked = new ArrayList<String>();
    for (var file : files.keySet()) {
      if (file.endsWith(".class")) {
        var name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
          linked.add(loader.linked(name).getName());
        } catch (NoClassDefFoundError | ClassNotFoundException e) {
          // refers to a library that is not among these files, as it did before
        }
      }
    }
    return linked;
  }

  private static Map<String, byte[]> library(Class<?> type) throws IOException {
    var jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    try (InputStream in = Files.newInputStream(jar)) {
      return Jars.merged(Map.of(jar.toString(), Archive.read(in)), 25);
    }
  }
}
