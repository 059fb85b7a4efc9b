package dev.warmline.rule;

import dev.warmline.rule.Shape.Items;
import dev.warmline.rule.Shape.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The keys of a score, which is given its name afterwards. */
final class ScoreKeys extends Block<Function<String, ScoreRules>> {
  private final Key<Optional<Long>> max = may("max", "the highest it gets", Kinds.NUMBER);
  private final Key<Long> min = may("min", "the lowest it gets", Kinds.NUMBER, 0L, "0");
  private final Key<List<Band>> bands =
      may("bands", "names for ranges, nothing more", Kinds.BANDS, List.of(), null);
  private final Key<Map<String, Bounds>> groups =
      may(
          "groups",
          "limits over several rules",
          new Named<>("groups", new GroupKeys()),
          Map.of(),
          null);
  private final Key<List<Rule>> rules =
      must("rules", "the rules that give points", new Items<>("rules", new RuleKeys(), 0));

  ScoreKeys() {
    super("a score");
  }

  @Override
  protected Function<String, ScoreRules> make(Values in) {
    var bounds = Kinds.bounds(Optional.of(in.get(min)), in.get(max));
    var named =
        in.get(groups).entrySet().stream()
            .map(group -> new Group(group.getKey(), group.getValue()))
            .toList();
    return name -> new ScoreRules(name, bounds, named, in.get(bands), in.get(rules));
  }

  private static final class GroupKeys extends Block<Bounds> {
    private final Key<Optional<Long>> max =
        may("max", "the most its rules give together", Kinds.NUMBER);
    private final Key<Optional<Long>> min =
        may("min", "the least its rules give together", Kinds.NUMBER);

    GroupKeys() {
      super("a group");
    }

    @Override
    protected Bounds make(Values in) {
      return Kinds.bounds(in.get(min), in.get(max));
    }
  }

  /** The keys of the fit. */
  static final class FitKeys extends Block<FitRules> {
    private final Key<List<Band>> bands =
        must("bands", "the grades and where each begins", Kinds.BANDS);
    private final Key<List<FitRules.FitRule>> rules =
        must("rules", "what makes a good customer", new Items<>("fit rules", new FitRuleKeys(), 0));

    FitKeys() {
      super("`fit`");
    }

    @Override
    protected FitRules make(Values in) {
      return new FitRules(in.get(bands), in.get(rules));
    }
  }

  private static final class FitRuleKeys extends Block<FitRules.FitRule> {
    private final Key<String> id =
        must("id", "names the rule; part of the data, do not reuse it", Kinds.ID);
    private final Key<Optional<String>> says = may("says", "what sales reads", Kinds.WORDS);
    private final Key<Pattern> when = must("when", "a pattern over {traits: ...}", Kinds.PATTERN);
    private final Key<Long> points =
        must("points", "what it is worth, signed, at most three decimals", Kinds.NUMBER);

    FitRuleKeys() {
      super("a fit rule");
    }

    @Override
    protected FitRules.FitRule make(Values in) {
      return new FitRules.FitRule(in.get(id), in.get(says), in.get(when), in.get(points));
    }
  }
}
