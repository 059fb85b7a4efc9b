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
      may("bands", "names for ranges, nothing more", Kinds.BANDS, List.of());
  private final Key<Map<String, Function<String, Group>>> groups =
      may("groups", "limits over several rules", new Named<>("groups", new GroupKeys()), Map.of());
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
            .map(group -> group.getValue().apply(group.getKey()))
            .toList();
    var inGroups = in.get(rules).stream().map(rule -> rule.partedBy(per(rule, named))).toList();
    return name -> new ScoreRules(name, bounds, named, in.get(bands), inGroups);
  }

  private static Optional<String> per(Rule rule, List<Group> groups) {
    return rule.group()
        .flatMap(name -> groups.stream().filter(group -> group.name().equals(name)).findFirst())
        .flatMap(Group::per);
  }

  private static final class GroupKeys extends Block<Function<String, Group>> {
    private final Key<Optional<Most>> max =
        may(
            "max",
            "the most its rules give together, or for each value of a field",
            new NumberOr<>(Kinds.NUMBER.map(Most::new), new MostKeys()));
    private final Key<Optional<Long>> min =
        may("min", "the least its rules give together", Kinds.NUMBER);

    GroupKeys() {
      super("a group");
    }

    @Override
    protected Function<String, Group> make(Values in) {
      var most = in.get(max);
      var bounds = Kinds.bounds(in.get(min), most.map(Most::points));
      return name -> new Group(name, bounds, most.flatMap(Most::per));
    }
  }

  private record Most(long points, Optional<String> per) {
    Most(long points) {
      this(points, Optional.empty());
    }
  }

  private static final class MostKeys extends Block<Most> {
    private final Key<Long> points =
        since(ModelFormat.WORDS, must("points", "the most for each value", Kinds.NUMBER));
    private final Key<String> per =
        since(ModelFormat.WORDS, must("per", "the field of the events", Kinds.PATH));

    MostKeys() {
      super("a `max` of each value");
    }

    @Override
    protected Most make(Values in) {
      return new Most(in.get(points), Optional.of(in.get(per)));
    }
  }

  /** The keys of the fit. */
  static final class FitKeys extends Block<FitRules> {
    private final Key<List<Band>> bands =
        must("bands", "the grades and where each begins", Kinds.BANDS);
    private final Key<List<FitRules.FitRule>> rules =
        must("rules", "what makes a good customer", new Items<>("fit rules", new FitRuleKeys(), 0));
    private final Key<List<String>> needs =
        since(
            ModelFormat.WORDS,
            list(
                "needs",
                "facts without which the grade is `?`",
                new Items<>("facts", Kinds.SHORT, 0)));

    FitKeys() {
      super("`fit`");
    }

    @Override
    protected FitRules make(Values in) {
      return new FitRules(in.get(bands), in.get(rules), in.get(needs));
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
