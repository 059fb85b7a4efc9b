package dev.warmline.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads trees of conditions. */
final class ConditionReader {
  private static final int DEEPEST = 20;

  private final PatternReader patterns;
  private final List<String> scores;
  private final List<String> grades;

  ConditionReader(PatternReader patterns, List<String> scores, List<String> grades) {
    this.patterns = patterns;
    this.scores = List.copyOf(scores);
    this.grades = List.copyOf(grades);
  }

  Optional<Condition> read(Section qualify, String key) {
    return qualify.section(key).flatMap(section -> tree(section, 0));
  }

  private Optional<Condition> tree(Section section, int depth) {
    if (depth > DEEPEST) {
      section.problem("is nested deeper than " + DEEPEST);
      return Optional.empty();
    }
    var kinds =
        section.keys().stream()
            .filter(List.of("all", "any", "not", "score", "grade", "traits")::contains)
            .toList();
    if (kinds.size() != 1) {
      section.problem("must have exactly one of all, any, not, score, grade, traits");
      return Optional.empty();
    }
    return switch (kinds.getFirst()) {
      case "all" -> parts(section.only("all"), "all", depth).map(Condition.All::new);
      case "any" -> parts(section.only("any"), "any", depth).map(Condition.Any::new);
      case "not" -> not(section.only("not"), depth);
      case "score" -> score(section.only("score", "at-least", "below"));
      case "grade" -> grade(section.only("grade"));
      default -> traits(section.only("traits"));
    };
  }

  private Optional<List<Condition>> parts(Section section, String key, int depth) {
    var parts = new ArrayList<Condition>();
    var sections = section.sections(key);
    sections.forEach(part -> tree(part, depth + 1).ifPresent(parts::add));
    if (sections.isEmpty()) {
      section.problem(key, "needs at least one condition");
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
  }

  private Optional<Condition> not(Section section, int depth) {
    return section.section("not").flatMap(part -> tree(part, depth + 1)).map(Condition.Not::new);
  }

  private Optional<Condition> score(Section section) {
    var score = section.requiredText("score");
    if (!scores.contains(score)) {
      section.problem(
          "score", "there is no score \"" + score + "\"; scores are: " + String.join(", ", scores));
    }
    if (!section.has("at-least") && !section.has("below")) {
      section.problem("needs at-least or below");
    }
    var parts = new ArrayList<Condition>();
    section
        .points("at-least")
        .ifPresent(points -> parts.add(new Condition.ScoreAtLeast(score, points)));
    section.points("below").ifPresent(points -> parts.add(new Condition.ScoreBelow(score, points)));
    return switch (parts.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(parts.getFirst());
      default -> Optional.of(new Condition.All(parts));
    };
  }

  private Optional<Condition> grade(Section section) {
    var grade = section.requiredText("grade");
    if (!grades.contains(grade)) {
      section.problem(
          "grade",
          grades.isEmpty()
              ? "the model has no fit, so there are no grades"
              : "there is no grade \"" + grade + "\"; grades are: " + String.join(", ", grades));
    }
    return Optional.of(new Condition.GradeAtLeast(grade));
  }

  private Optional<Condition> traits(Section section) {
    return patterns.read(section.json(), section.pointer()).map(Condition.TraitsMatch::new);
  }
}
