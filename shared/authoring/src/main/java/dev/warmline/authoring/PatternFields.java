package dev.warmline.authoring;

import dev.warmline.authoring.ModelPatterns.Located;
import dev.warmline.event.EventType;
import dev.warmline.rule.ModelNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Warns of patterns over what an event, a lead or a segment never has. */
final class PatternFields {
  /** What is always an object where it is present. */
  static final Set<String> BLOCKS =
      Set.of(
          "properties",
          "traits",
          "context",
          "context.app",
          "context.campaign",
          "context.device",
          "context.library",
          "context.location",
          "context.network",
          "context.os",
          "context.page",
          "context.referrer",
          "context.screen",
          "context.traits");

  private static final List<String> OF_EVENT =
      List.of(
          "id",
          "type",
          "event",
          "name",
          "category",
          "occurredAt",
          "receivedAt",
          "profile",
          "userId",
          "anonymousId",
          "previousId",
          "groupId",
          "source",
          "trust",
          "bot",
          "properties",
          "traits",
          "context",
          "integrations",
          "email",
          "score",
          "points",
          "author",
          "note",
          "stage",
          "reason",
          "by",
          "value",
          "currency",
          "opportunity",
          "granted",
          "about",
          "verdict");
  private static final List<String> OF_LEAD = List.of("traits");
  private static final List<String> OF_SEGMENT =
      List.of("traits", "interests", "leadSource", "grade");
  private static final List<String> TYPES =
      Arrays.stream(EventType.values()).map(EventType::word).toList();

  private final Findings findings;

  PatternFields(Findings findings) {
    this.findings = findings;
  }

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
            Spelling.nearest(word.text().get(), TYPES));
      }
    }
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
      } else if (!known.contains(child.key())) {
        var meant = Spelling.nearest(child.key(), known);
        findings.warning(child, child.key() + " cannot exist: " + why, meant);
      }
    }
  }
}
