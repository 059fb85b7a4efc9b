package dev.warmline.rule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.rule.Shape.Again;
import dev.warmline.rule.Shape.Items;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The keys of {@code qualify}. */
final class QualifyKeys extends Block<Qualify> {
  private static final Shape<Condition> CONDITION =
      new Again<>("condition", () -> ConditionKeys.ALL);

  private final Key<Optional<Condition>> enter =
      may("enter", "becomes MQL when this holds", CONDITION);
  private final Key<Optional<Condition>> exit =
      may("exit", "cools down when this holds", CONDITION);
  private final Key<Optional<Condition>> prospect =
      may("prospect", "more than a Suspect when this holds", CONDITION);
  private final Key<Boolean> whenReady =
      since(
          ModelFormat.HANDING_OVER,
          may(
              "hand-over",
              "when sales hears of an MQL: `at-once`, or `when-ready` holds",
              Kinds.choice("when-ready"::equals, "at-once", "when-ready"),
              false,
              "at-once"));
  private final Key<Optional<Condition>> ready =
      since(
          ModelFormat.HANDING_OVER,
          may("ready", "with `hand-over: when-ready`, sales hears when this holds", CONDITION));
  private final Key<Duration> coolDown =
      may(
          "cool-down",
          "how long nobody comes back after leaving",
          Kinds.DURATION_OR_ZERO,
          Duration.ZERO);
  private final Key<List<String>> required =
      list("required", "traits sales needs", new Items<>("traits", Kinds.SHORT, 0));
  private final Key<List<Qualify.FastTrackRule>> fastTrack =
      list(
          "fast-track",
          "signals that qualify at once",
          new Items<>("fast tracks", new FastTrackKeys(), 0));
  private final Key<Duration> fastTrackWithin =
      may(
          "fast-track-within",
          "how fresh such a signal must be",
          Kinds.DURATION,
          Duration.ofDays(7),
          "7d");
  private final Key<Duration> freshWithin =
      may(
          "fresh-within",
          "how soon after it happened something must come in to announce a lead",
          Kinds.DURATION,
          Duration.ofDays(3),
          "3d");
  private final Key<Optional<ContactLimit>> contactLimit =
      since(
          ModelFormat.HANDING_OVER,
          may(
              "contact-limit",
              "sales hears later of whom somebody wrote to so often",
              new ContactLimitKeys()));
  private final Key<List<Pattern>> exclude =
      list("exclude", "who never qualifies", new Items<>("exclusions", new ExclusionKeys(), 0));

  QualifyKeys() {
    super("`qualify`");
  }

  @Override
  protected Qualify make(Values in) {
    return new Qualify(
        in.get(enter),
        in.get(exit),
        in.get(prospect),
        in.get(ready).filter(_ -> in.get(whenReady)),
        in.get(coolDown),
        in.get(required),
        in.get(fastTrack),
        in.get(fastTrackWithin),
        in.get(freshWithin),
        in.get(contactLimit),
        in.get(exclude));
  }

  private static Pattern overTraits(Pattern traits) {
    var whole = JsonNodeFactory.instance.objectNode();
    whole.set("traits", traits.json());
    return new Pattern(whole);
  }

  private static final class FastTrackKeys extends Block<Qualify.FastTrackRule> {
    private final Key<Pattern> when = must("when", "an event pattern", Kinds.PATTERN);
    private final Key<Optional<String>> says = may("says", "what sales reads", Kinds.WORDS);

    FastTrackKeys() {
      super("a fast track");
    }

    @Override
    protected Qualify.FastTrackRule make(Values in) {
      return new Qualify.FastTrackRule(in.get(when), in.get(says));
    }
  }

  private static final class ContactLimitKeys extends Block<ContactLimit> {
    private final Key<Integer> times =
        since(
            ModelFormat.HANDING_OVER,
            must("times", "so many contacts are enough", new Value.Count(ContactLimit.MOST)));
    private final Key<Duration> within =
        since(ModelFormat.HANDING_OVER, must("within", "how long each counts", Kinds.DURATION));
    private final Key<Pattern> when =
        since(
            ModelFormat.HANDING_OVER,
            may(
                "when",
                "which events are contacts",
                Kinds.PATTERN,
                ContactLimit.CONTACTS,
                "`Email Sent` and contacts of sales"));

    ContactLimitKeys() {
      super("a `contact-limit`");
    }

    @Override
    protected ContactLimit make(Values in) {
      return new ContactLimit(in.get(times), in.get(within), in.get(when));
    }
  }

  private static final class ExclusionKeys extends Block<Pattern> {
    private final Key<Pattern> traits =
        must("traits", "a pattern over the traits", Kinds.PATTERN.map(QualifyKeys::overTraits));

    ExclusionKeys() {
      super("an exclusion");
    }

    @Override
    protected Pattern make(Values in) {
      return in.get(traits);
    }
  }

  /** The keys of a condition of enter, exit, prospect and ready. */
  private static final class ConditionKeys extends Block<Condition> {
    static final ConditionKeys ALL = new ConditionKeys();

    private final Key<List<Condition>> all =
        list("all", "every one holds", new Items<>("conditions", CONDITION, 1));
    private final Key<List<Condition>> any =
        list("any", "at least one holds", new Items<>("conditions", CONDITION, 1));
    private final Key<Optional<Condition>> not = may("not", "it does not hold", CONDITION);
    private final Key<Optional<String>> score = may("score", "the score to look at", Kinds.SHORT);
    private final Key<List<String>> sum =
        since(
            ModelFormat.WORDS,
            list("sum", "the scores to add up, and `fit`", new Items<>("scores", Kinds.SHORT, 1)));
    private final Key<Optional<Long>> atLeast =
        may("at-least", "holds from this many points on", Kinds.NUMBER);
    private final Key<Optional<Long>> below =
        may("below", "holds under this many points", Kinds.NUMBER);
    private final Key<Optional<String>> grade = may("grade", "at least this grade", Kinds.SHORT);
    private final Key<Optional<Pattern>> traits =
        may("traits", "a pattern over the traits", Kinds.PATTERN.map(QualifyKeys::overTraits));

    ConditionKeys() {
      super("a condition");
      either("all");
      either("any");
      either("not");
      either("score", "at-least");
      either("score", "below");
      either("score", "at-least", "below");
      either("sum", "at-least");
      either("sum", "below");
      either("sum", "at-least", "below");
      either("grade");
      either("traits");
    }

    @Override
    protected Condition make(Values in) {
      if (!in.get(all).isEmpty()) {
        return new Condition.All(in.get(all));
      }
      if (!in.get(any).isEmpty()) {
        return new Condition.Any(in.get(any));
      }
      return in.get(not)
          .<Condition>map(Condition.Not::new)
          .or(() -> in.get(grade).map(Condition.GradeAtLeast::new))
          .or(() -> in.get(traits).map(Condition.TraitsMatch::new))
          .orElseGet(() -> compared(in));
    }

    private Condition compared(Values in) {
      var of = in.get(sum);
      var one = in.get(score).orElse("");
      var from =
          in.get(atLeast)
              .<Condition>map(
                  points ->
                      of.isEmpty()
                          ? new Condition.ScoreAtLeast(one, points)
                          : new Condition.SumAtLeast(of, points));
      var under =
          in.get(below)
              .<Condition>map(
                  points ->
                      of.isEmpty()
                          ? new Condition.ScoreBelow(one, points)
                          : new Condition.SumBelow(of, points));
      return from.isPresent() && under.isPresent()
          ? new Condition.All(List.of(from.get(), under.get()))
          : from.orElseGet(under::orElseThrow);
    }
  }
}
