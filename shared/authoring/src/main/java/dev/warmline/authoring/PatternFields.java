package dev.warmline.authoring;

import dev.warmline.authoring.ModelPatterns.Located;
import dev.warmline.event.EventType;
import dev.warmline.rule.ModelNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warns of patterns over what an event, a lead or a segment never has. */
record PatternFields(Findings findings) {
  /** What is always an object where it is present. */
  static final Set<String> BLOCKS =
      Set.of(
          ("properties traits context context.app context.campaign context.device"
                  + " context.library context.location context.network context.os context.page"
                  + " context.referrer context.screen context.traits")
              .split(" "));

  static final List<String> OF_EVENT =
      List.of(
          ("id type event name category occurredAt receivedAt profile userId anonymousId"
                  + " previousId groupId source trust bot properties traits context integrations"
                  + " email score points author note stage reason by value currency opportunity"
                  + " granted about verdict")
              .split(" "));
  private static final List<String> OF_LEAD = List.of("traits");
  private static final List<String> OF_SEGMENT =
      List.of("traits", "interests", "leadSource", "grade");
  private static final List<String> WITHOUT_EVENT =
      List.of("page", "screen", "identify", "group", "alias");
  private static final List<String> TYPES =
      Arrays.stream(EventType.values()).map(EventType::word).toList();

  void check(Located pattern) {
    if (!pattern.prefix().isEmpty()) {
      return;
    }
    switch (pattern.subject()) {
      case EVENT -> event(pattern.place());
      case LEAD -> roots(pattern.place(), OF_LEAD, "a fit rule sees only traits");
      case SEGMENT -> segment(pattern.place());
    }
  }

  private void event(ModelNode pattern) {
    roots(pattern, OF_EVENT, "no event has this field");
    for (var word : pattern.at("type").children()) {
      if (word.text().isPresent() && !TYPES.contains(word.text().get())) {
        findings.warning(
            word,
            "no event has the type " + word.text().get() + ": this never matches",
            type(word.text().get()));
      }
    }
    var types =
        pattern.at("type").children().stream().flatMap(type -> type.text().stream()).toList();
    if (pattern.at("event").exists() && !types.isEmpty() && WITHOUT_EVENT.containsAll(types)) {
      var message = "a " + types.getFirst() + " has no event, but a name: this never matches";
      findings.warning(pattern.at("event"), message, Optional.of("name"));
    }
  }

  private static Optional<String> type(String written) {
    var parts = List.of(written.strip().split("\\s*[+,/|&]\\s*"));
    if (parts.size() > 1 && TYPES.containsAll(parts)) {
      return Optional.of(String.join(", ", parts));
    }
    return written.strip().contains(" ")
        ? Optional.of(PatternGuess.type(written))
        : Meant.of(written, TYPES).or(() -> Optional.of(PatternGuess.type(written)));
  }

  private void segment(ModelNode pattern) {
    roots(pattern, OF_SEGMENT, "a segment sees traits, interests, leadSource and grade");
    var leadSource = pattern.at("leadSource");
    if (leadSource.node().isObject()) {
      roots(leadSource, List.of("first", "last"), "a lead source has first and last");
    }
  }

  private void roots(ModelNode pattern, List<String> known, String why) {
    for (var child : pattern.children()) {
      if (child.key().equals("$or")) {
        child.children().forEach(alternative -> roots(alternative, known, why));
      } else if (!known.contains(child.key()) && !findings.covers(child.pointer())) {
        findings.warning(child, child.key() + " cannot exist: " + why, meant(child, known));
      }
    }
  }

  /** A field misspelt, or one that is further in. */
  private static Optional<String> meant(ModelNode child, List<String> known) {
    var within = known.contains("properties") ? "properties" : "traits";
    return Spelling.nearest(child.key(), known)
        .or(
            () ->
                FlowText.of(child.node())
                    .map(value -> within + ": { " + child.key() + ": " + value + " }"));
  }
}
