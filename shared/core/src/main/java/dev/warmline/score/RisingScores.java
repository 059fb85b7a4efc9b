package dev.warmline.score;

import dev.warmline.event.Event;
import dev.warmline.rule.Model;
import java.time.Instant;
import java.util.Collection;

/**
 * Scorecards of one lead at instants that never fall, each event folded once: only where an event
 * expires that has a say, or one changes what counted before it, everything is folded anew.
 */
public final class RisingScores {
  private final History history;
  private CountingEvents counting;
  private Fold fold;
  private int taken;

  /** Of every event of a lead, in any order. */
  public RisingScores(Collection<Event> events, Model model) {
    this.history = History.of(events, model);
    this.counting = CountingEvents.at(Long.MIN_VALUE, history);
    this.fold = counting.fold();
  }

  /**
   * The scorecard at an instant not before the one asked for last.
   *
   * @return as {@link Scorer#score} makes it, but the next change only if it comes before the next
   *     event
   */
  public Scorecard at(Instant instant) {
    var at = Millis.of(instant);
    var forecast = advance(at) ? FoldedForecast.until(nextEvent(), fold) : anew(at);
    var exact = forecast.exactUntil() > at ? forecast : anew(at);
    var card = new NextChange(exact).card(at);
    return card.withNextChange(card.nextChange().filter(change -> Millis.of(change) < nextEvent()));
  }

  /** Takes the events up to an instant; false if the fold cannot take one. */
  private boolean advance(long at) {
    while (nextEvent() <= at) {
      if (!counting.take(history.events().get(taken++), fold)) {
        return false;
      }
    }
    return true;
  }

  private FoldedForecast anew(long at) {
    counting = CountingEvents.at(at, history);
    fold = counting.fold();
    while (nextEvent() <= at) {
      taken++;
    }
    return FoldedForecast.until(nextEvent(), fold);
  }

  private long nextEvent() {
    return taken < history.events().size() ? history.events().get(taken).at() : RuleFold.NEVER;
  }
}
