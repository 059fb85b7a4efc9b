package dev.warmline.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** No class asks the time, unless it wires itself: a handler made by Lambda, or a program. */
final class AskNoClock extends ArchCondition<JavaClass> {
  AskNoClock() {
    super("not ask the clock, except where a handler or a program wires itself");
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
    var program = access.getOriginOwner().getSimpleName().equals("Main");
    return program
        || (access.getOrigin() instanceof JavaConstructor constructor
            && constructor.getRawParameterTypes().isEmpty()
            && constructor.getOwner().getSimpleName().endsWith("Handler"));
  }
}
