package dev.warmline.functions.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page says which test holds what others may try; each of them is there. */
class WhatOthersTryTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");
  private static final Pattern PROGRAM = Pattern.compile("`(\\.ci/[\\w-]+\\.cjs)`");

  /** The tests of other packages of this module, by the names that the page has. */
  private static final List<Class<?>> TESTS =
      List.of(
          PagesSecurityTest.class,
          SignInTest.class,
          RightsTest.class,
          WorkPagesTest.class,
          BadRequestsTest.class,
          ActsTest.class);

  @Test
  void everyTestThatThePageNamesIsThere() throws IOException {
    var page = Files.readString(ROOT.resolve("docs/desk.md"));
    var table = page.substring(page.indexOf("## What others may try"));
    var named = TEST.matcher(table).results().toList();

    assertThat(named).hasSizeGreaterThan(10);
    assertThat(named)
        .allSatisfy(it -> assertThat(methods(it.group(1))).as(it.group()).contains(it.group(2)));
    assertThat(PROGRAM.matcher(table).results())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(ROOT.resolve(it.group(1))).exists());
  }

  private static List<String> methods(String test) {
    return TESTS.stream()
        .filter(it -> it.getSimpleName().equals(test))
        .flatMap(it -> Arrays.stream(it.getDeclaredMethods()))
        .map(Method::getName)
        .toList();
  }
}
