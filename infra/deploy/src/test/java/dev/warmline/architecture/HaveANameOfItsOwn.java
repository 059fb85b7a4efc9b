package dev.warmline.architecture;

import static java.util.stream.Collectors.groupingBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No two classes share a simple name, but for those that every program or package has. */
final class HaveANameOfItsOwn extends ArchCondition<JavaClass> {
  private final Set<String> shared;
  private Map<String, List<JavaClass>> named = Map.of();

  HaveANameOfItsOwn(Set<String> shared) {
    super("have a name of its own");
    this.shared = shared;
  }

  @Override
  public void init(Collection<JavaClass> all) {
    named = all.stream().collect(groupingBy(JavaClass::getSimpleName));
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    var others = named.getOrDefault(item.getSimpleName(), List.of());
    if (others.size() > 1 && !shared.contains(item.getSimpleName())) {
      events.add(
          SimpleConditionEvent.violated(item, item.getName() + " is one of " + others.size()));
    }
  }
}
