package dev.warmline.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The direction of the code over all modules, and that a step off it is seen. */
class ArchitectureTest {
  private static final Architecture WARMLINE = new Architecture("dev.warmline");
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.warmline");

  private static final String PLANTED_ROOT = "dev.warmline.architecture.planted";
  private static final Architecture OF_PLANTED = new Architecture(PLANTED_ROOT);
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(PLANTED_ROOT);

  @Test
  void everyModuleIsLookedAt() {
    for (var name : Architecture.MAY_USE.keySet()) {
      assertThat(PRODUCT)
          .as(name)
          .anyMatch(type -> (type.getPackageName() + ".").startsWith("dev.warmline." + name + "."));
    }
    WARMLINE.everyPackageIsListed().check(PRODUCT);
  }

  @Test
  void packagesUseOnlyWhatTheyMay() {
    WARMLINE.order().forEach(rule -> rule.check(PRODUCT));
  }

  @Test
  void packagesFormNoCycles() {
    WARMLINE.noCycles().check(PRODUCT);
  }

  @Test
  void functionsNeverSeeWhatIsForAuthors() {
    WARMLINE.functionsNeverSeeAuthoring().check(PRODUCT);
  }

  @Test
  void onlyTheNamedKnowTheSdkAndEachOfThemNeedsIt() {
    WARMLINE.onlyTheNamedKnowTheSdk().check(PRODUCT);
    WARMLINE.theNamedNeedTheSdk().forEach(rule -> rule.check(PRODUCT));
  }

  @Test
  void theDomainKnowsNoAws() {
    WARMLINE.coreKnowsNoAws().check(PRODUCT);
  }

  @Test
  void noFunctionStartsAMapper() {
    WARMLINE.noFunctionStartsAMapper().check(PRODUCT);
  }

  @Test
  void nothingBelowAHandlerAsksTheClock() {
    WARMLINE.nothingAsksTheClock().check(PRODUCT);
  }

  @Test
  void noClassNameStandsTwice() {
    WARMLINE.everyClassHasANameOfItsOwn().check(PRODUCT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"event.UsesARule", "ingest.UsesARule", "functions.collect.CallsDetect"})
  void aStepAgainstTheOrderIsSeen(String planted) {
    assertSeen(OF_PLANTED.order(), planted);
  }

  @Test
  void aPackageNobodyListedIsSeen() {
    assertSeen(List.of(OF_PLANTED.everyPackageIsListed()), "helper.Unlisted");
  }

  @Test
  void aCycleIsSeen() {
    assertSeen(List.of(OF_PLANTED.noCycles()), "score.NeedsALead");
  }

  @Test
  void aCycleWithThePackageInsideIsSeen() {
    assertSeen(List.of(OF_PLANTED.noCycles()), "local.page.NeedsTheWhole");
  }

  @ParameterizedTest
  @ValueSource(strings = {"functions.collect.ChecksAModel", "aws.ChecksAModelToo"})
  void authoringInWhatFunctionsCarryIsSeen(String planted) {
    assertSeen(List.of(OF_PLANTED.functionsNeverSeeAuthoring()), planted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"event.UsesARule", "ingest.UsesARule"})
  void aNameThatStandsTwiceIsSeen(String planted) {
    assertSeen(List.of(OF_PLANTED.everyClassHasANameOfItsOwn()), planted);
  }

  @Test
  void everyProgramMayBeCalledMain() {
    assertThatThrownBy(() -> OF_PLANTED.everyClassHasANameOfItsOwn().check(PLANTED))
        .message()
        .doesNotContain("Main");
  }

  @Test
  void aNameOnTheListOfTheSdkThatNeedsItNotIsSeen() {
    assertSeen(OF_PLANTED.theNamedNeedTheSdk(), "cli.Main");
  }

  @ParameterizedTest
  @ValueSource(strings = {"event.NamesATable", "functions.collect.NamesATable"})
  void theSdkWhereItIsNotNamedIsSeen(String planted) {
    assertSeen(List.of(OF_PLANTED.onlyTheNamedKnowTheSdk()), planted);
  }

  @Test
  void lambdaInTheDomainIsSeen() {
    assertSeen(List.of(OF_PLANTED.coreKnowsNoAws()), "event.NamesAContext");
  }

  @ParameterizedTest
  @ValueSource(strings = {"event.StartsAMapper.read", "event.StartsAMapper.write"})
  void everyWayToStartAMapperIsSeen(String planted) {
    assertSeen(List.of(OF_PLANTED.noFunctionStartsAMapper()), planted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Instant.now()",
        "System.currentTimeMillis()",
        "System.nanoTime()",
        "Clock.systemUTC()",
        "LocalDate.now(",
        "OffsetDateTime.now(",
        "ZonedDateTime.now(",
        "InstantSource.system()"
      })
  void everyWayToAskTheClockIsSeen(String way) {
    assertThatThrownBy(() -> OF_PLANTED.nothingAsksTheClock().check(PLANTED))
        .hasMessageContaining("usecase.AsksTheClock")
        .hasMessageContaining(way);
  }

  @Test
  void onlyWhereAHandlerOrAProgramWiresItselfAClockMayBeNamed() {
    assertThatThrownBy(() -> OF_PLANTED.nothingAsksTheClock().check(PLANTED))
        .hasMessageContaining("TickingHandler.<init>(java.lang.String)")
        .hasMessageContaining("TickingHandler.handle()")
        .message()
        .doesNotContain("TickingHandler.<init>()")
        .doesNotContain("cli.Main");
  }

  private static void assertSeen(List<ArchRule> rules, String planted) {
    assertThat(rules)
        .anySatisfy(
            rule ->
                assertThatThrownBy(() -> rule.check(PLANTED))
                    .hasMessageContaining(PLANTED_ROOT + "." + planted));
  }
}
