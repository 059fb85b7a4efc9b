package dev.warmline.score;

import dev.warmline.rule.Model;
import dev.warmline.rule.Rule;
import java.util.OptionalLong;

/**
 * The instants at which more changes than fading: an event dated in the future, a silence that
 * becomes a hit, behaviour that expires and frees a place, a fast-track signal that grows too old.
 */
final class Breaks {
  private final History history;
  private final Model model;
  private final FastTracks tracks;
  private final long retention;
  private final boolean[] expiryMatters;

  Breaks(History history) {
    this.history = history;
    this.model = history.model();
    this.tracks = new FastTracks(model);
    this.retention = Millis.of(model.retention());
    var rules = model.rules();
    this.expiryMatters = new boolean[rules.size() + model.qualify().fastTrack().size()];
    for (var i = 0; i < expiryMatters.length; i++) {
      expiryMatters[i] = i >= rules.size() || expiryMatters(rules.get(i));
    }
  }

  /** The first break after an evaluation. */
  OptionalLong after(Evaluation now) {
    var first = new First(now.at());
    for (var i = history.events().size() - 1; i >= 0; i--) {
      var event = history.events().get(i);
      if (event.at() <= now.at()) {
        break;
      }
      first.offer(event.at());
    }
    now.counting().forEach(event -> offerEvent(event, first));
    tracks.newest(now.counting()).ifPresent(event -> first.offer(tracks.ends(event)));
    return first.found();
  }

  private void offerEvent(LoggedEvent event, First first) {
    if (event.event().type().isBehaviour() && expiryMatters(event)) {
      first.offer(event.at() + retention);
    }
    for (var place : event.matches()) {
      if (place < model.rules().size()) {
        model.rules().get(place).quiet().ifPresent(d -> first.offer(event.at() + Millis.of(d)));
      }
    }
  }

  private boolean expiryMatters(LoggedEvent event) {
    for (var place : event.matches()) {
      if (expiryMatters[place]) {
        return true;
      }
    }
    return Model.isOrder(event.event())
        || (!model.segments().isEmpty()
            && (event.matches().length > 0 || Touches.touch(event).isPresent()));
  }

  private boolean expiryMatters(Rule rule) {
    return rule.limit().isPresent()
        || rule.after().isPresent()
        || rule.quiet().isPresent()
        || (rule.milliPoints() > 0 && model.qualify().prospect().isEmpty());
  }

  /** The earliest of the instants offered that is later than now. */
  private static final class First {
    private final long now;
    private long earliest = Long.MAX_VALUE;

    First(long now) {
      this.now = now;
    }

    void offer(long at) {
      if (at > now && at < earliest) {
        earliest = at;
      }
    }

    OptionalLong found() {
      return earliest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(earliest);
    }
  }
}
