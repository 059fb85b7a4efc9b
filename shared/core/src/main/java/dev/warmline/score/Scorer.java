package dev.warmline.score;

import dev.warmline.event.Event;
import dev.warmline.rule.Model;
import java.time.Instant;
import java.util.Collection;

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

  static Scorecard score(History history, Instant asOf) {
    var now = ScoredInstant.of(history, Millis.of(asOf));
    return now.card().withNextChange(new NextChange(history).after(now));
  }

  /**
   * Whether robot judgements and consent that came after {@code asOf}, up to {@code known}, take
   * away what made the lead qualify then, by itself.
   */
  public static boolean isTakenBack(Gathering gathered, Instant asOf, Instant known) {
    var history = gathered.history();
    var at = Millis.of(asOf);
    return ScoredInstant.of(history, at, at).card().qualifies().holds()
        && !ScoredInstant.of(history, at, Millis.of(known)).card().qualifies().holds();
  }

  /**
   * Scores without looking for the next change, which {@link Scorecard#nextChange()} then lacks:
   * for views and backtests that only want the verdict.
   */
  public static Scorecard verdict(Collection<Event> events, Model model, Instant asOf) {
    return ScoredInstant.of(History.of(events, model), Millis.of(asOf)).card();
  }
}
