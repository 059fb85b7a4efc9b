package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Which traits the model looks at: in rules, conditions, exclusions and required information. */
final class LookedAt {
  private final Set<String> traits = new HashSet<>();

  private LookedAt() {}

  static Set<String> traits(Model model) {
    var looked = new LookedAt();
    model.factPatterns().forEach(pattern -> looked.add(pattern.json()));
    model.qualify().required().forEach(looked::addPath);
    model.fit().ifPresent(fit -> fit.needs().forEach(looked::addPath));
    if (!model.qualify().fastTrack().isEmpty()) {
      looked.traits.add("email");
      looked.traits.add("phone");
    }
    if (looked.traits.contains("emailDomain")) {
      looked.traits.add("email");
    }
    return model.facts().sources(looked.traits);
  }

  private void addPath(String path) {
    traits.add(path.split("\\.", 2)[0]);
  }

  /** The keys under {@code traits}, in every branch of a pattern. */
  private void add(JsonNode pattern) {
    pattern.path("traits").fieldNames().forEachRemaining(traits::add);
    pattern.path("$or").forEach(this::add);
    pattern
        .path("traits")
        .path("$or")
        .forEach(branch -> branch.fieldNames().forEachRemaining(traits::add));
  }
}
