package dev.warmline.rule;

import dev.warmline.rule.Shape.Items;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys of what comes after scoring: segments, routes, the clocks and recycling. */
final class HandoffKeys {
  private HandoffKeys() {}

  /** The keys of a segment. */
  static final class SegmentKeys extends Block<Segment> {
    private final Key<String> id = must("id", "names the segment", Kinds.ID);
    private final Key<Pattern> when =
        must("when", "a pattern over traits, interests, leadSource, grade", Kinds.PATTERN);

    SegmentKeys() {
      super("a segment");
    }

    @Override
    protected Segment make(Values in) {
      return new Segment(in.get(id), in.get(when));
    }
  }

  /** The keys of a route. */
  static final class RouteKeys extends Block<Route> {
    private final Key<Optional<String>> segment =
        may("segment", "for leads of this segment; for all others if absent", Kinds.ID);
    private final Key<String> queue = must("queue", "who gets the lead", Kinds.SHORT);
    private final Key<Boolean> warm =
        may(
            "warm-handoff",
            "of a queue that says who introduces: hand over its leads of such routes alone so",
            new Value.Flag(),
            false);

    RouteKeys() {
      super("a route");
    }

    @Override
    protected Route make(Values in) {
      return new Route(in.get(segment), in.get(queue), in.get(warm));
    }
  }

  /** The keys of {@code sla}. */
  static final class SlaKeys extends Block<Sla> {
    private final Key<Optional<Duration>> accept =
        may("accept-within", "how long sales has to accept", Kinds.DURATION);
    private final Key<Optional<Duration>> answer =
        may("answer-return-within", "how long marketing has to answer a return", Kinds.DURATION);
    private final Key<Optional<Sla.BusinessHours>> hours =
        may("business-hours", "when the clocks run; always if absent", new HoursKeys());

    SlaKeys() {
      super("`sla`");
    }

    @Override
    protected Sla make(Values in) {
      return new Sla(in.get(accept), in.get(answer), in.get(hours));
    }
  }

  private static final class HoursKeys extends Block<Sla.BusinessHours> {
    private static final List<String> DAYS =
        List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final Key<List<DayOfWeek>> days =
        must(
            "days",
            "the days sales works",
            new Items<>(
                "days",
                Kinds.choice(
                    day -> DayOfWeek.of(DAYS.indexOf(day) + 1), DAYS.toArray(String[]::new)),
                1));
    private final Key<LocalTime> from =
        must("from", "the time of day work begins", new Value.ClockTime());
    private final Key<LocalTime> to =
        must("to", "the time of day work ends", new Value.ClockTime());

    HoursKeys() {
      super("`business-hours`");
    }

    @Override
    protected Sla.BusinessHours make(Values in) {
      return new Sla.BusinessHours(Set.copyOf(in.get(days)), in.get(from), in.get(to));
    }
  }

  /** The keys of {@code recycle}. */
  static final class RecycleKeys extends Block<Recycle> {
    private final Key<Optional<Duration>> after =
        may("after", "an MQL nobody accepted falls back", Kinds.DURATION);
    private final Key<Optional<Duration>> unqualified =
        may("unqualified-after", "an accepted lead that is not SQL falls back", Kinds.DURATION);

    private final Key<Optional<Duration>> retire =
        since(
            ModelFormat.SECOND,
            may(
                "retire-after",
                "a lead below MQL that shows no interest for so long is disqualified; never if"
                    + " absent",
                Kinds.DURATION));

    RecycleKeys() {
      super("`recycle`");
    }

    @Override
    protected Recycle make(Values in) {
      return new Recycle(in.get(after), in.get(unqualified), in.get(retire));
    }
  }
}
