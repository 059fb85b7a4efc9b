package dev.warmline.score;

import dev.warmline.event.EventType;
import dev.warmline.rule.LeadSources;
import java.util.List;
import java.util.Optional;

/** Finds the first and the last touch: which channel brought the person. */
final class Touches {
  private Touches() {}

  /**
   * The lead source of the counting events. Only behaviour on a site or in an app, and facts sent
   * from there, carry touches; whoever did something that a rule looks at without any touch came
   * directly.
   */
  static Scorecard.LeadSource of(List<LoggedEvent> counting) {
    var first = Optional.<String>empty();
    var last = Optional.<String>empty();
    var direct = false;
    for (var event : counting) {
      var touch = touch(event);
      first = first.or(() -> touch);
      last = touch.or(carry(last));
      direct |= isVisit(event.event().type()) && event.matches().length > 0;
    }
    var otherwise = direct ? Optional.of(LeadSources.DIRECT) : Optional.<String>empty();
    return new Scorecard.LeadSource(first.or(() -> otherwise), last.or(() -> otherwise));
  }

  static Optional<String> touch(LoggedEvent event) {
    return switch (event.event().type()) {
      case PAGE, SCREEN, TRACK, IDENTIFY, GROUP, ALIAS, IMPORT -> LeadSources.touch(event.event());
      case EMAIL, ADJUSTMENT, OUTCOME, CONSENT, VERDICT -> Optional.empty();
    };
  }

  private static boolean isVisit(EventType type) {
    return type == EventType.PAGE || type == EventType.SCREEN || type == EventType.TRACK;
  }

  private static java.util.function.Supplier<Optional<String>> carry(Optional<String> value) {
    return () -> value;
  }
}
