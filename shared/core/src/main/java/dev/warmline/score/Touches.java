package dev.warmline.score;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.rule.LeadSources;
import java.util.Optional;

/**
 * Finds the first and the last touch, of events taken in order: which channel brought the person.
 * Only behaviour on a site or in an app, and facts sent from there, carry touches; whoever did
 * something that a rule looks at without any touch came directly.
 */
final class Touches {
  /**
   * A channel and when it was seen.
   *
   * @param expires whether the event that showed it is behaviour
   */
  record Touch(String channel, long at, boolean expires) {}

  Optional<Touch> first = Optional.empty();
  Optional<Touch> last = Optional.empty();

  /** The newest visit that a rule looks at. */
  Optional<Long> visit = Optional.empty();

  void add(LoggedEvent event) {
    var type = event.event().type();
    var touch = event.touch().map(channel -> new Touch(channel, event.at(), type.isBehaviour()));
    if (touch.isPresent()) {
      first = first.isPresent() ? first : touch;
      last = touch;
    }
    if (isVisit(type) && event.matches().length > 0) {
      visit = Optional.of(event.at());
    }
  }

  Scorecard.LeadSource source() {
    var otherwise = visit.map(at -> LeadSources.DIRECT);
    return new Scorecard.LeadSource(
        first.map(Touch::channel).or(() -> otherwise),
        last.map(Touch::channel).or(() -> otherwise));
  }

  /** When the first of the events behind the source expires, or {@link RuleFold#NEVER}. */
  long expires(long retention) {
    if (first.isEmpty()) {
      return visit.map(at -> at + retention).orElse(RuleFold.NEVER);
    }
    return Math.min(expires(first, retention), expires(last, retention));
  }

  private static long expires(Optional<Touch> touch, long retention) {
    return touch.filter(Touch::expires).map(one -> one.at() + retention).orElse(RuleFold.NEVER);
  }

  static Optional<String> read(Event event) {
    return switch (event.type()) {
      case PAGE, SCREEN, TRACK, IDENTIFY, GROUP, ALIAS, IMPORT -> LeadSources.touch(event);
      case EMAIL, ADJUSTMENT, OUTCOME, CONSENT, VERDICT -> Optional.empty();
    };
  }

  private static boolean isVisit(EventType type) {
    return type == EventType.PAGE || type == EventType.SCREEN || type == EventType.TRACK;
  }
}
