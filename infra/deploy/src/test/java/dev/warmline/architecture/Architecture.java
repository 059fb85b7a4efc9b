package dev.warmline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which package may use which, and what else holds everywhere. A package that is named here stands
 * for those inside it too.
 *
 * @param root the package that holds all others
 */
record Architecture(String root) {
  private static final Set<String> CORE =
      Set.of("event", "ingest", "rule", "score", "team", "lead", "report", "handoff", "usecase");
  private static final Set<String> FUNCTIONS =
      Set.of(
          "functions.collect",
          "functions.score",
          "functions.detect",
          "functions.notify",
          "functions.clock",
          "functions.desk");
  private static final String AUTHORING = "authoring";
  private static final Set<String> BELOW_FUNCTIONS = plus(CORE, Set.of("aws"));
  private static final Set<String> SHIPPED = plus(BELOW_FUNCTIONS, FUNCTIONS);

  /** The one allow-list: a package, and those it may use besides itself. */
  static final Map<String, Set<String>> MAY_USE = new TreeMap<>();

  static {
    MAY_USE.put("event", Set.of());
    MAY_USE.put("ingest", Set.of("event"));
    MAY_USE.put("rule", Set.of("event"));
    MAY_USE.put("score", Set.of("event", "rule"));
    MAY_USE.put("team", Set.of("event", "rule"));
    MAY_USE.put("lead", Set.of("event", "rule", "score", "team"));
    MAY_USE.put("report", Set.of("event", "team", "lead"));
    MAY_USE.put("handoff", Set.of("event", "rule", "score", "team", "lead", "report"));
    MAY_USE.put(
        "usecase", Set.of("event", "ingest", "rule", "score", "team", "lead", "report", "handoff"));
    MAY_USE.put("aws", CORE);
    FUNCTIONS.forEach(function -> MAY_USE.put(function, BELOW_FUNCTIONS));
    MAY_USE.put("testkit", CORE);
    MAY_USE.put(AUTHORING, CORE);
    MAY_USE.put("cli", plus(BELOW_FUNCTIONS, Set.of(AUTHORING)));
    MAY_USE.put("deploy", plus(BELOW_FUNCTIONS, Set.of(AUTHORING)));
    MAY_USE.put("measure", plus(SHIPPED, Set.of(AUTHORING, "testkit")));
    MAY_USE.put("local", plus(SHIPPED, Set.of(AUTHORING)));
  }

  /** Who may name the SDK. */
  static final Set<String> NAME_THE_SDK =
      Set.of(
          "aws", // the adapters
          "local", // stands in for AWS on one machine
          "testkit", // keeps tables in memory, and lets calls fail
          "measure", // runs adapters over such tables
          "cli", // finds the tables of a deployment
          "deploy"); // works on whole tables, and sends the test alert

  /** Who may ask the clock wherever it likes; elsewhere only what wires itself does. */
  static final Set<String> ASK_THE_CLOCK =
      Set.of(
          "local", // lets time pass as AWS does
          "deploy", // is started by people
          "measure"); // measures time

  /** Names that stand more than once: every program and every package has its own. */
  private static final Set<String> SHARED_NAMES = Set.of("Main", "package-info");

  /** Every package uses only those it is allowed to. */
  List<ArchRule> order() {
    return MAY_USE.keySet().stream().map(this::usesOnlyWhatItMay).toList();
  }

  /** A package that stands in no list is in nobody's way and in nobody's sight. */
  ArchRule everyPackageIsListed() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .resideInAnyPackage(all(MAY_USE.keySet()));
  }

  /** Packages form no cycles, not even one with the packages inside it. */
  ArchRule noCycles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  /** What only people need who write models stays out of the functions and of what they carry. */
  ArchRule functionsNeverSeeAuthoring() {
    return noClasses()
        .that()
        .resideInAnyPackage(all(SHIPPED))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(in(AUTHORING));
  }

  /** The SDK stays where it is named. */
  ArchRule onlyTheNamedKnowTheSdk() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(all(NAME_THE_SDK))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon.awssdk..");
  }

  /** A name on that list is there because it is needed. */
  List<ArchRule> theNamedNeedTheSdk() {
    return NAME_THE_SDK.stream()
        .map(
            named ->
                (ArchRule)
                    classes()
                        .that()
                        .resideInAPackage(in(named))
                        .should(new SomeDependOn("software.amazon.awssdk.")))
        .toList();
  }

  /** The domain knows nothing of Lambda either. */
  ArchRule coreKnowsNoAws() {
    return noClasses()
        .that()
        .resideInAnyPackage(all(CORE))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon.awssdk..", "com.amazonaws..");
  }

  /** What functions carry reads and writes JSON by {@code Json}: a mapper is slow to start. */
  ArchRule noFunctionStartsAMapper() {
    return noClasses()
        .that()
        .resideInAnyPackage(all(SHIPPED))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ObjectMapper.class)
        .orShould()
        .callMethodWhere(target(name("toString")).and(target(owner(assignableTo(JsonNode.class)))));
  }

  /** Time is an argument: only what wires itself names a clock. */
  ArchRule nothingAsksTheClock() {
    return classes()
        .that()
        .resideOutsideOfPackages(all(ASK_THE_CLOCK))
        .and()
        .resideInAPackage(root + "..")
        .should(new AskNoClock());
  }

  /** Who names a class names one class. */
  ArchRule everyClassHasANameOfItsOwn() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .areTopLevelClasses()
        .should(new HaveANameOfItsOwn(SHARED_NAMES));
  }

  private ArchRule usesOnlyWhatItMay(String name) {
    var allowed = plus(MAY_USE.getOrDefault(name, Set.of()), Set.of(name));
    return classes()
        .that()
        .resideInAPackage(in(name))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(all(allowed)).or(not(resideInAnyPackage(root + ".."))))
        .allowEmptyShould(true);
  }

  private String in(String name) {
    return root + "." + name + "..";
  }

  private String[] all(Set<String> names) {
    return names.stream().map(this::in).toArray(String[]::new);
  }

  private static Set<String> plus(Set<String> names, Set<String> more) {
    var all = new TreeSet<>(names);
    all.addAll(more);
    return Set.copyOf(all);
  }
}
