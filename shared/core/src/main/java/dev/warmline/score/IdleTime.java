package dev.warmline.score;

import dev.warmline.rule.Limit;
import dev.warmline.rule.Model;
import dev.warmline.rule.Period;
import dev.warmline.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hits of a rule that counts every so much time since its latest match. */
record IdleTime(Rule rule, Model model, Hit latest, long every) {

  static IdleTime of(Rule rule, Model model, Hit latest) {
    return new IdleTime(rule, model, latest, Millis.of(rule.idle().orElseThrow()));
  }

  /**
   * Those kept at an instant, in order. Without a limit, those that are surely worth nothing any
   * more are left out.
   */
  List<Hit> hits(long at) {
    var last = (at - latest.at()) / every;
    var limits = rule.limit().map(limit -> new LimitCounter(limit, model.zone()));
    var kept = new ArrayList<Hit>();
    for (var i = first(at, last); i <= last && !isFull(kept); i++) {
      var hit = hit(i);
      if (limits.isEmpty() || limits.get().take(hit)) {
        kept.add(hit);
      }
    }
    return kept;
  }

  /** The first after an instant; {@link RuleFold#NEVER} if the limit has no place for any. */
  long nextAfter(long now) {
    var next = Math.max(0, Math.floorDiv(now - latest.at(), every)) + 1;
    return ever().filter(limit -> next > limit.times()).isPresent()
        ? RuleFold.NEVER
        : latest.at() + next * every;
  }

  private Hit hit(long count) {
    return new Hit(latest.at() + count * every, latest.event(), latest.part());
  }

  private long first(long at, long last) {
    var life = DecayedPoints.life(rule, Millis.of(model.lookback()));
    return rule.limit().isPresent()
        ? 1
        : Math.max(1, Math.min(last, (at - life - latest.at()) / every));
  }

  private boolean isFull(List<Hit> kept) {
    return ever().filter(limit -> kept.size() >= limit.times()).isPresent();
  }

  private Optional<Limit> ever() {
    return rule.limit().filter(limit -> limit.period() instanceof Period.Ever);
  }
}
