package dev.warmline.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;

/** At least one of the classes uses something whose name begins so. */
final class SomeDependOn extends ArchCondition<JavaClass> {
  private final String beginning;
  private boolean found;

  SomeDependOn(String beginning) {
    super("depend, one of them at least, on " + beginning);
    this.beginning = beginning;
  }

  @Override
  public void init(Collection<JavaClass> all) {
    found =
        all.stream()
            .flatMap(item -> item.getDirectDependenciesFromSelf().stream())
            .anyMatch(it -> it.getTargetClass().getName().startsWith(beginning));
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    if (!found) {
      events.add(SimpleConditionEvent.violated(item, item.getName() + " does not need it"));
    }
  }
}
