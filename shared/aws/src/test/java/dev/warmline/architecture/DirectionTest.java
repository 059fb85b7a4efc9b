package dev.warmline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectionTest {
  /** Each package may use those before it, and none after it. */
  private static final List<String> ORDER =
      List.of("event", "rule", "score", "lead", "handoff", "usecase", "aws");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.warmline");

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("dev.warmline.architecture.planted");

  @Test
  void packagesUseOnlyThoseBeforeThem() {
    for (int i = 0; i < ORDER.size() - 1; i++) {
      var later = ORDER.subList(i + 1, ORDER.size()).stream().map(DirectionTest::in);
      noClasses()
          .that()
          .resideInAPackage(in(ORDER.get(i)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later.toArray(String[]::new))
          .allowEmptyShould(true)
          .check(PRODUCT);
    }
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("dev.warmline.(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void onlyTheAdaptersKnowAws() {
    onlyAdaptersKnowAws().check(PRODUCT);
  }

  @Test
  void nothingAsksTheClock() {
    nothingAsksTheClock(PRODUCT_PACKAGES).check(PRODUCT);
  }

  @Test
  void aPlantedViolationIsFound() {
    assertThatThrownBy(() -> onlyAdaptersKnowAws().check(PLANTED)).hasMessageContaining("Region");
    assertThatThrownBy(() -> nothingAsksTheClock("dev.warmline..").check(PLANTED))
        .hasMessageContaining("Instant.now");
  }

  private static final String PRODUCT_PACKAGES = "dev.warmline..";

  private static ArchRule onlyAdaptersKnowAws() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("dev.warmline.aws..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon.awssdk..", "com.amazonaws..");
  }

  private static ArchRule nothingAsksTheClock(String packages) {
    return noClasses()
        .that()
        .resideInAPackage(packages)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC");
  }

  private static String in(String name) {
    return "dev.warmline." + name + "..";
  }
}
