package dev.warmline.authoring;

import dev.warmline.authoring.Shape.Amount;
import dev.warmline.authoring.Shape.Choice;
import dev.warmline.authoring.Shape.ChoiceOrDuration;
import dev.warmline.authoring.Shape.ClockTime;
import dev.warmline.authoring.Shape.Condition;
import dev.warmline.authoring.Shape.Count;
import dev.warmline.authoring.Shape.Fields;
import dev.warmline.authoring.Shape.Flag;
import dev.warmline.authoring.Shape.ItemId;
import dev.warmline.authoring.Shape.Items;
import dev.warmline.authoring.Shape.Named;
import dev.warmline.authoring.Shape.Path;
import dev.warmline.authoring.Shape.Pattern;
import dev.warmline.authoring.Shape.Span;
import dev.warmline.authoring.Shape.Text;
import dev.warmline.authoring.Shape.Value;
import dev.warmline.authoring.Shape.WordOr;
import java.util.List;

/** Every key of the model file. */
final class ModelShape {
  private static final Shape DURATION = new Span(false);
  private static final Shape DURATION_OR_ZERO = new Span(true);
  private static final Shape NUMBER = new Amount();
  private static final Shape WORDS = new Text(300);
  private static final Shape PATTERN = new Pattern();
  private static final Shape BANDS = new Named("bands: names and where each begins", NUMBER);

  private static final Fields AFTER =
      Fields.of("an `after`")
          .must("times", "how many matches make a hit", new Count())
          .must("within", "how close together they must be", DURATION)
          .may(
              "per", "count only the first match of each calendar day", new Choice(List.of("day")));

  private static final Fields LIMIT =
      Fields.of("a `limit`")
          .must("times", "how many hits are kept in each period", new Count())
          .may(
              "per",
              "the period; ever if absent",
              new ChoiceOrDuration(List.of("ever", "day", "week", "month")))
          .may("distinct", "count apart for each value of this field", new Path());

  private static final Fields DECAY =
      Fields.of("a `decay`")
          .may("half-life", "worth half after this long", DURATION)
          .may("linear", "falls in a straight line to nothing in this time", DURATION)
          .may("expires", "worth everything until then, nothing after", DURATION)
          .either("half-life")
          .either("linear")
          .either("expires");

  private static final Fields RULE =
      Fields.of("a rule")
          .must("id", "names the rule; part of the data, do not reuse it", new ItemId())
          .may("says", "what sales reads; {properties.title} is filled from the event", WORDS)
          .may("topic", "the interest that a hit shows", new Text(64))
          .must("when", "an event pattern", PATTERN)
          .must("points", "what one hit is worth, signed, at most three decimals", NUMBER)
          .may("after", "so many matches close together make one hit", AFTER)
          .may("quiet", "counts silence of this length after a match; negative points", DURATION)
          .may("limit", "how many hits count", LIMIT)
          .may("decay", "how a hit loses its worth", new WordOr("none", DECAY))
          .may("max", "the most this rule gives", NUMBER)
          .may("min", "the least this rule gives", NUMBER)
          .may("group", "the group whose max and min also hold", new Text(64));

  private static final Fields GROUP =
      Fields.of("a group")
          .may("max", "the most its rules give together", NUMBER)
          .may("min", "the least its rules give together", NUMBER);

  private static final Fields SCORE =
      Fields.of("a score")
          .may("max", "the highest it gets", NUMBER)
          .may("min", "the lowest it gets; 0 if absent", NUMBER)
          .may("bands", "names for ranges, nothing more", BANDS)
          .may("groups", "limits over several rules", new Named("groups", GROUP))
          .must("rules", "the rules that give points", new Items("rules", RULE, 0));

  private static final Fields FIT_RULE =
      Fields.of("a fit rule")
          .must("id", "names the rule; part of the data, do not reuse it", new ItemId())
          .may("says", "what sales reads", WORDS)
          .must("when", "a pattern over {traits: ...}", PATTERN)
          .must("points", "what it is worth, signed, at most three decimals", NUMBER);

  private static final Fields FIT =
      Fields.of("`fit`")
          .must("bands", "the grades and where each begins", BANDS)
          .must("rules", "what makes a good customer", new Items("fit rules", FIT_RULE, 0));

  /** A condition of enter, exit and prospect. */
  static final Fields CONDITION =
      Fields.of("a condition")
          .may("all", "every one holds", new Items("conditions", new Condition(), 1))
          .may("any", "at least one holds", new Items("conditions", new Condition(), 1))
          .may("not", "it does not hold", new Condition())
          .may("score", "the score to look at", new Text(64))
          .may("at-least", "holds from this many points on", NUMBER)
          .may("below", "holds under this many points", NUMBER)
          .may("grade", "at least this grade", new Text(64))
          .may("traits", "a pattern over the traits", PATTERN)
          .either("all")
          .either("any")
          .either("not")
          .either("score", "at-least")
          .either("score", "below")
          .either("score", "at-least", "below")
          .either("grade")
          .either("traits");

  private static final Fields FAST_TRACK =
      Fields.of("a fast track")
          .must("when", "an event pattern", PATTERN)
          .may("says", "what sales reads", WORDS);

  private static final Fields EXCLUDED =
      Fields.of("an exclusion").must("traits", "a pattern over the traits", PATTERN);

  private static final Fields QUALIFY =
      Fields.of("`qualify`")
          .may("enter", "becomes MQL when this holds", new Condition())
          .may("exit", "cools down when this holds", new Condition())
          .may("prospect", "more than a Suspect when this holds", new Condition())
          .may("cool-down", "how long nobody comes back after leaving", DURATION_OR_ZERO)
          .may("required", "traits sales needs", new Items("traits", new Text(64), 0))
          .may(
              "fast-track", "signals that qualify at once", new Items("fast tracks", FAST_TRACK, 0))
          .may("fast-track-within", "how fresh such a signal must be; 7d if absent", DURATION)
          .may("exclude", "who never qualifies", new Items("exclusions", EXCLUDED, 0));

  private static final Fields SEGMENT =
      Fields.of("a segment")
          .must("id", "names the segment", new ItemId())
          .must("when", "a pattern over traits, interests, leadSource, grade", PATTERN);

  private static final Fields ROUTE =
      Fields.of("a route")
          .may("segment", "for leads of this segment; for all others if absent", new ItemId())
          .must("queue", "who gets the lead", new Text(64))
          .may("warm-handoff", "introduce the lead in a shared channel", new Flag());

  private static final Fields HOURS =
      Fields.of("`business-hours`")
          .must(
              "days",
              "the days sales works",
              new Items(
                  "days", new Choice(List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun")), 1))
          .must("from", "the time of day work begins", new ClockTime())
          .must("to", "the time of day work ends", new ClockTime());

  private static final Fields SLA =
      Fields.of("`sla`")
          .may("accept-within", "how long sales has to accept", DURATION)
          .may("answer-return-within", "how long marketing has to answer a return", DURATION)
          .may("business-hours", "when the clocks run; always if absent", HOURS);

  private static final Fields RECYCLE =
      Fields.of("`recycle`")
          .may("after", "an MQL nobody accepted falls back", DURATION)
          .may("unqualified-after", "an accepted lead that is not SQL falls back", DURATION);

  /** The whole file. */
  static final Fields FILE =
      Fields.of("a model")
          .must("name", "names the model", new Text(100))
          .may(
              "time-zone", "where calendar days begin, such as Europe/Berlin; UTC if absent", WORDS)
          .may("lookback", "how old a hit may be and still be worth something", DURATION)
          .may("retention", "how long behaviour counts at all; 400d if absent", DURATION)
          .must("scores", "the scores side by side", new Named("scores", SCORE))
          .may("fit", "how well the lead matches the ideal customer", FIT)
          .may("lists", "lists of values for patterns", new Named("lists", listOfValues()))
          .may("qualify", "who becomes MQL", QUALIFY)
          .may("segments", "kinds of leads", new Items("segments", SEGMENT, 0))
          .may("routes", "who gets which lead; the first that fits", new Items("routes", ROUTE, 0))
          .may("sla", "the clocks of both sides", SLA)
          .may(
              "return-reasons",
              "why sales may return a lead",
              new Items("reasons", new Text(64), 0))
          .may("recycle", "when leads fall back", RECYCLE);

  private ModelShape() {}

  private static Shape listOfValues() {
    return new Items("values", new Value(), 1);
  }
}
