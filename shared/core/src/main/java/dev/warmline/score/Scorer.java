package dev.warmline.score;

import dev.warmline.event.Event;
import dev.warmline.rule.Model;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The pure function from events to a scorecard. */
public final class Scorer {
  private Scorer() {}

  /**
   * Scores the events of one lead. Any permutation or repetition of the events gives an equal
   * scorecard.
   *
   * @param events every event of every profile of the lead; those after {@code asOf} do not count
   *     yet
   * @param asOf the instant to score at, cut to milliseconds
   */
  public static Scorecard score(Collection<Event> events, Model model, Instant asOf) {
    return score(History.of(events, model), asOf);
  }

  /** The same of what was gathered of a lead. */
  public static Scorecard score(Gathering gathered, Instant asOf) {
    return score(gathered.history(), asOf);
  }

  static Scorecard score(History history, Instant asOf) {
    var at = Millis.of(asOf);
    return new NextChange(FoldedForecast.of(history, at)).card(at);
  }

  /**
   * Whether robot judgements and consent that came after {@code asOf}, up to {@code known}, take
   * away what made the lead qualify then, by itself.
   */
  public static boolean isTakenBack(Gathering gathered, Instant asOf, Instant known) {
    var history = gathered.history();
    var at = Millis.of(asOf);
    return verdict(history, at, at).qualifies().holds()
        && !verdict(history, at, Millis.of(known)).qualifies().holds();
  }

  /**
   * Scores without looking for the next change, which {@link Scorecard#nextChange()} then lacks:
   * for views and backtests that only want the verdict.
   */
  public static Scorecard verdict(Collection<Event> events, Model model, Instant asOf) {
    var at = Millis.of(asOf);
    return verdict(History.of(events, model), at, at);
  }

  /** Every hit that counts at an instant, the newest first, with what it is worth then. */
  public static List<Moment> moments(Collection<Event> events, Model model, Instant asOf) {
    var at = Millis.of(asOf);
    var fold = CountingEvents.at(at, History.of(events, model)).fold();
    return Moments.all(fold.hits(at), at, Millis.of(model.retention()));
  }

  /** Of the events up to an instant, by what was judged up to a later one. */
  static Scorecard verdict(History history, long at, long known) {
    var evaluator = new Evaluator(CountingEvents.at(at, known, history).fold());
    return evaluator.card(evaluator.at(at));
  }
}
