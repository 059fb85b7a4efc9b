package dev.warmline.authoring;

import dev.warmline.rule.ModelNode;
import dev.warmline.rule.ModelParts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rules that count more often than was meant: every look at a page, or every time that somebody
 * says the same about himself.
 */
record OftenCheck(Findings findings) {
  private static final List<String> ABOUT_PEOPLE = List.of("identify", "import", "group");

  void check(ModelParts model) {
    for (var score : model.scores()) {
      for (var rule : model.rulesOf(score)) {
        if (rule.at("when").at("traits").exists()) {
          traits(rule);
        } else {
          pages(rule, score);
        }
      }
    }
  }

  private static List<String> types(ModelNode rule) {
    return rule.at("when").at("type").children().stream()
        .flatMap(type -> type.text().stream())
        .toList();
  }

  private void traits(ModelNode rule) {
    if (rule.at("limit").exists()
        && rule.at("limit").at("per").text().orElse("ever").equals("ever")) {
      return;
    }
    var types = types(rule);
    var only = types.stream().filter(type -> !ABOUT_PEOPLE.contains(type)).findFirst();
    var why =
        only.map(type -> "a " + type + " carries no traits: this never matches")
            .orElse(
                "this counts every time somebody says so and stays when it is no longer true;"
                    + " who somebody is belongs under fit");
    findings.warning(rule.at("when").at("traits"), why, fitRule(rule));
  }

  private static Optional<String> fitRule(ModelNode rule) {
    return FlowText.of(rule.at("when").at("traits").node())
        .map(
            traits ->
                "fit: { rules: [{ id: %s, when: { traits: %s }, points: %s }] }"
                    .formatted(
                        rule.at("id").node().asText(), traits, rule.at("points").node().asText()));
  }

  private void pages(ModelNode rule, ModelNode score) {
    var group = rule.at("group").text().map(name -> score.at("groups").at(name));
    var bounded =
        Stream.of("limit", "max", "after").anyMatch(key -> rule.at(key).exists())
            || group.filter(of -> of.at("max").exists()).isPresent();
    if (!bounded && types(rule).contains("page") && rule.at("points").milli().orElse(0L) > 0) {
      findings.hint(
          rule.at("when"),
          "every look at such a page counts, however often: a limit keeps one visitor from all the"
              + " points",
          "limit: { times: 1, per: day }");
    }
  }
}
