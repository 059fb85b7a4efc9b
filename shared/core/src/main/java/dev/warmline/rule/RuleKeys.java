package dev.warmline.rule;

import dev.warmline.rule.Shape.WordOr;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The keys of a rule of a score. */
final class RuleKeys extends Block<Rule> {
  private final Key<String> id =
      must("id", "names the rule; part of the data, do not reuse it", Kinds.ID);
  private final Key<Optional<String>> says =
      may("says", "what sales reads; {properties.title} is filled from the event", Kinds.WORDS);
  private final Key<Optional<String>> topic =
      may("topic", "the interest that a hit shows", Kinds.SHORT);
  private final Key<Pattern> when = must("when", "an event pattern", Kinds.PATTERN);
  private final Key<Long> points =
      must("points", "what one hit is worth, signed, at most three decimals", Kinds.NUMBER);
  private final Key<Optional<After>> after =
      may("after", "so many matches close together make one hit", new AfterKeys());
  private final Key<Optional<Duration>> quiet =
      may("quiet", "counts silence of this length after a match; negative points", Kinds.DURATION);
  private final Key<Optional<Duration>> idle =
      since(
          ModelFormat.WORDS,
          may(
              "idle",
              "counts every so much time since the latest match, which takes all back; negative"
                  + " points",
              Kinds.DURATION));
  private final Key<Optional<Limit>> limit = may("limit", "how many hits count", new LimitKeys());
  private final Key<Decay> decay =
      may("decay", "how a hit loses its worth", DecayKeys.OR_NONE, new Decay.None());
  private final Key<Optional<Long>> max = may("max", "the most this rule gives", Kinds.NUMBER);
  private final Key<Optional<Long>> min = may("min", "the least this rule gives", Kinds.NUMBER);
  private final Key<Optional<String>> group =
      may("group", "the group whose max and min also hold", Kinds.SHORT);

  RuleKeys() {
    super("a rule");
  }

  @Override
  protected Rule make(Values in) {
    return new Rule(
        in.get(id),
        in.get(says),
        in.get(topic),
        in.get(when),
        in.get(points),
        in.get(limit),
        in.get(after),
        in.get(quiet),
        in.get(idle),
        Kinds.bounds(in.get(min), in.get(max)),
        in.get(group),
        Optional.empty(),
        in.get(decay));
  }

  private static final class AfterKeys extends Block<After> {
    private final Key<Integer> times = must("times", "how many matches make a hit", Kinds.COUNT);
    private final Key<Duration> within =
        must("within", "how close together they must be", Kinds.DURATION);
    private final Key<Boolean> perDay =
        word("per", "count only the first match of each calendar day", "day");

    AfterKeys() {
      super("an `after`");
    }

    @Override
    protected After make(Values in) {
      return new After(in.get(times), in.get(within), in.get(perDay));
    }
  }

  private static final class LimitKeys extends Block<Limit> {
    private static final Shape<Period> PERIOD =
        new WordOr<>(
            List.of("ever", "day", "week", "month"),
            LimitKeys::period,
            ", or a duration",
            List.of(Kinds.DURATION.map(Period.Window::new)));

    private final Key<Integer> times =
        must("times", "how many hits are kept in each period", Kinds.COUNT);
    private final Key<Period> per = may("per", "the period", PERIOD, new Period.Ever(), "ever");
    private final Key<Optional<String>> distinct =
        may("distinct", "count apart for each value of this field", Kinds.PATH);

    LimitKeys() {
      super("a `limit`");
    }

    @Override
    protected Limit make(Values in) {
      return new Limit(in.get(times), in.get(per), in.get(distinct));
    }

    private static Period period(String word) {
      return word.equals("ever")
          ? new Period.Ever()
          : new Period.Calendar(Period.Unit.valueOf(word.toUpperCase(Locale.ROOT)));
    }
  }

  private static final class DecayKeys extends Block<Decay> {
    static final Shape<Decay> OR_NONE =
        new WordOr<>(
            List.of("none"), _ -> new Decay.None(), ", or a block", List.of(new DecayKeys()));

    private final List<Key<Optional<Decay>>> kinds = new ArrayList<>();

    DecayKeys() {
      super("a `decay`");
      one("half-life", "worth half after this long", Decay.HalfLife::new);
      one("linear", "falls in a straight line to nothing in this time", Decay.Linear::new);
      one("expires", "worth everything until then, nothing after", Decay.Expires::new);
    }

    private void one(String name, String meaning, Function<Duration, Decay> of) {
      either(name);
      kinds.add(may(name, meaning, Kinds.DURATION.map(of)));
    }

    @Override
    protected Decay make(Values in) {
      return kinds.stream().flatMap(kind -> in.get(kind).stream()).findFirst().orElseThrow();
    }
  }
}
