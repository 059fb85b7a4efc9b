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
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which package may use which, and what else holds everywhere.
 *
 * @param root the package that holds all others
 */
record Architecture(String root) {
  private static final Set<String> CORE =
      Set.of("event", "ingest", "rule", "score", "lead", "handoff", "usecase");
  private static final Set<String> BELOW_FUNCTIONS = plus(CORE, "aws");
  private static final Set<String> FUNCTIONS =
      Set.of(
          "functions.collect",
          "functions.score",
          "functions.detect",
          "functions.notify",
          "functions.clock");

  /** The one allow-list: a package, and those it may use besides itself. */
  static final Map<String, Set<String>> MAY_USE = new TreeMap<>();

  static {
    MAY_USE.put("event", Set.of());
    MAY_USE.put("ingest", Set.of("event"));
    MAY_USE.put("rule", Set.of("event"));
    MAY_USE.put("score", Set.of("event", "rule"));
    MAY_USE.put("lead", Set.of("event", "rule", "score"));
    MAY_USE.put("handoff", Set.of("event", "rule", "score", "lead"));
    MAY_USE.put("usecase", Set.of("event", "ingest", "rule", "score", "lead", "handoff"));
    MAY_USE.put("aws", CORE);
    FUNCTIONS.forEach(function -> MAY_USE.put(function, BELOW_FUNCTIONS));
    MAY_USE.put("model", CORE);
    MAY_USE.put("local", plus(plus(BELOW_FUNCTIONS, FUNCTIONS.toArray(String[]::new)), "model"));
  }

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

  /** Packages, and those inside an adapter, form no cycles. */
  List<ArchRule> noCycles() {
    return List.of(
        slices().matching(root + ".(*)..").should().beFreeOfCycles(),
        slices().matching(root + ".functions.(*)..").should().beFreeOfCycles(),
        slices().matching(root + ".local.(*)..").should().beFreeOfCycles().allowEmptyShould(true),
        slices().matching(root + ".aws.(*)..").should().beFreeOfCycles().allowEmptyShould(true));
  }

  /** The SDK stays in the adapters and in what stands in for AWS on one machine. */
  ArchRule onlyAdaptersKnowTheSdk() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in("aws"), in("local"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon.awssdk..");
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
        .resideInAnyPackage(all(plus(BELOW_FUNCTIONS, FUNCTIONS.toArray(String[]::new))))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ObjectMapper.class)
        .orShould()
        .callMethodWhere(target(name("toString")).and(target(owner(assignableTo(JsonNode.class)))));
  }

  /** Time is an argument: only a handler that wires itself names a clock. */
  ArchRule nothingAsksTheClock() {
    return classes()
        .that()
        .resideOutsideOfPackage(in("local"))
        .and()
        .resideInAPackage(root + "..")
        .should(new AskNoClock());
  }

  private ArchRule usesOnlyWhatItMay(String name) {
    var allowed = plus(MAY_USE.getOrDefault(name, Set.of()), name);
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

  private static Set<String> plus(Set<String> names, String... more) {
    var all = new TreeSet<>(names);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }

  private static final class AskNoClock extends ArchCondition<JavaClass> {
    private AskNoClock() {
      super("not ask the clock, except in the constructor by which a handler wires itself");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
      item.getAccessesFromSelf().stream()
          .filter(AskNoClock::asks)
          .filter(access -> !isWiring(access))
          .forEach(
              access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
    }

    private static boolean asks(JavaAccess<?> access) {
      var owner = access.getTargetOwner().getName();
      var name = access.getTarget().getName();
      return switch (owner) {
        case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
        case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
        case "java.time.InstantSource" -> name.equals("system");
        case "java.util.Date" -> name.equals(JavaConstructor.CONSTRUCTOR_NAME);
        default -> owner.startsWith("java.time.") && name.equals("now");
      };
    }

    private static boolean isWiring(JavaAccess<?> access) {
      return access.getOrigin() instanceof JavaConstructor constructor
          && constructor.getRawParameterTypes().isEmpty()
          && constructor.getOwner().getSimpleName().endsWith("Handler");
    }
  }
}
