package dev.warmline.score;

import dev.warmline.rule.Model;
import dev.warmline.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * The instants at which more changes than fading: an event dated in the future, a silence that
 * becomes a hit, behaviour that expires and frees a place, a fast-track signal that grows too old.
 */
final class HitChanges {
  private final History history;
  private final Model model;
  private final FastTracks tracks;
  private final long retention;
  private final boolean touchesMatter;

  HitChanges(History history) {
    this.history = history;
    this.model = history.model();
    this.tracks = new FastTracks(model);
    this.retention = Millis.of(model.retention());
    this.touchesMatter = Segmentation.looksAt(model, "leadSource");
  }

  /** The first break after an evaluation. */
  OptionalLong after(ScoredInstant now) {
    var first = new First(now.at());
    offerFuture(first);
    tracks.newest(now.counting()).ifPresent(event -> first.offer(tracks.ends(event)));
    var newest = newestMatches(now.counting());
    for (var event : now.counting()) {
      offerSilences(event, first);
      if (event.event().type().isBehaviour() && expiryMatters(event, newest)) {
        first.offer(event.at() + retention);
      }
    }
    return first.found();
  }

  private void offerFuture(First first) {
    for (var i = history.events().size() - 1; i >= 0; i--) {
      if (!first.offer(history.events().get(i).at())) {
        return;
      }
    }
  }

  private void offerSilences(LoggedEvent event, First first) {
    for (var place : event.matches()) {
      if (place < model.rules().size()) {
        model.rules().get(place).quiet().ifPresent(d -> first.offer(event.at() + Millis.of(d)));
      }
    }
  }

  private long[] newestMatches(List<LoggedEvent> counting) {
    var newest = new long[model.rules().size() + model.qualify().fastTrack().size()];
    Arrays.fill(newest, Long.MIN_VALUE);
    for (var event : counting) {
      for (var place : event.matches()) {
        newest[place] = event.at();
      }
    }
    return newest;
  }

  private boolean expiryMatters(LoggedEvent event, long[] newest) {
    for (var place : event.matches()) {
      if (place >= model.rules().size()
          || expiryMatters(model.rules().get(place), event.at(), newest[place])) {
        return true;
      }
    }
    return Model.isOrder(event.event())
        || (touchesMatter && (event.matches().length > 0 || Touches.touch(event).isPresent()));
  }

  /** Whether a match that expires may change hits that are worth something, or the last of them. */
  private boolean expiryMatters(Rule rule, long at, long newest) {
    if (model.qualify().prospect().isEmpty() && rule.milliPoints() > 0) {
      if (at == newest || rule.after().isPresent()) {
        return true;
      }
    }
    if (rule.limit().isEmpty() && rule.after().isEmpty() && rule.quiet().isEmpty()) {
      return false;
    }
    var newestHit = newest + rule.quiet().map(Millis::of).orElse(0L);
    return newestHit + DecayedPoints.life(rule, Millis.of(model.lookback())) > at + retention;
  }

  /** The earliest of the instants offered that is later than now. */
  private static final class First {
    private final long now;
    private long earliest = Long.MAX_VALUE;

    First(long now) {
      this.now = now;
    }

    /** Whether the instant is later than now. */
    boolean offer(long at) {
      if (at > now && at < earliest) {
        earliest = at;
      }
      return at > now;
    }

    OptionalLong found() {
      return earliest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(earliest);
    }
  }
}
