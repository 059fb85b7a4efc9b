package dev.warmline.score;

import dev.warmline.event.Event;
import dev.warmline.rule.Model;
import dev.warmline.rule.Rule;
import java.time.Duration;

/**
 * Which matches of a rule still have a say in its hits: when the oldest of them expires, the hits
 * must be made anew from the log.
 */
final class Ages {
  private static final long LONGEST_CALENDAR_PERIOD = Duration.ofDays(32).toMillis();

  /** The oldest behaviour that has a say; {@link RuleFold#NEVER} if there is none. */
  long oldest = RuleFold.NEVER;

  /** The newest match; meaningless before the first. */
  long newest = Long.MIN_VALUE;

  /** The first match after the last gap in which all that waited was dropped. */
  long sinceGap = RuleFold.NEVER;

  /** The last match before that gap. */
  long beforeGap = Long.MIN_VALUE;

  private final Rule rule;
  private final long lookback;
  private final long retention;
  private final long quiet;

  Ages(Rule rule, Model model) {
    this.rule = rule;
    this.lookback = Millis.of(model.lookback());
    this.retention = Millis.of(model.retention());
    this.quiet = rule.quiet().map(Millis::of).orElse(0L);
  }

  void match(LoggedEvent match) {
    if (rule.after().isPresent()) {
      var within = Millis.of(rule.after().get().within());
      if (newest != Long.MIN_VALUE && match.at() - newest >= within) {
        sinceGap = match.at();
        beforeGap = newest;
      }
      consider(match.event(), match.at());
    }
    newest = match.at();
  }

  /**
   * Notes a kept hit.
   *
   * @param closed whether it is the first of a new calendar period
   */
  void kept(Hit hit, boolean closed) {
    if (rule.after().isPresent()) {
      if (rule.limit().isEmpty() && sinceGap != RuleFold.NEVER) {
        forgetBeforeGap();
      }
      return;
    }
    if (closed && lookback + quiet + LONGEST_CALENDAR_PERIOD <= retention) {
      oldest = RuleFold.NEVER;
    }
    if (rule.limit().isPresent() || quiet + lookback > retention) {
      consider(hit.event(), Millis.of(hit.event().occurredAt()));
    }
  }

  /** Hits before a gap do not depend on those after it, and die before the oldest of them does. */
  private void forgetBeforeGap() {
    if (oldest < sinceGap && beforeGap - oldest + lookback <= retention) {
      oldest = sinceGap;
    }
  }

  private void consider(Event event, long at) {
    if (event.type().isBehaviour()) {
      oldest = Math.min(oldest, at);
    }
  }
}
