package dev.warmline.score;

import dev.warmline.rule.After;
import dev.warmline.rule.Model;
import dev.warmline.rule.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The matches of one rule, taken in order: those that wait for others, the places that are held,
 * and the hits that were kept.
 */
final class RuleFold {
  static final long NEVER = Long.MAX_VALUE;

  final Rule rule;
  final ArrayDeque<Long> waiting = new ArrayDeque<>();
  final List<Hit> kept = new ArrayList<>();
  final Optional<LimitCounter> limits;
  final Ages ages;

  /** The match after which silence may make a hit, or does; its age takes back no idle time. */
  Optional<LoggedEvent> pending = Optional.empty();

  long lastDay = Long.MIN_VALUE;

  private final Model model;
  private final long quiet;

  RuleFold(Rule rule, Model model) {
    this.rule = rule;
    this.model = model;
    this.limits = rule.limit().map(limit -> new LimitCounter(limit, model.zone()));
    this.quiet = rule.quiet().map(Millis::of).orElse(0L);
    this.ages = new Ages(rule, model);
  }

  /**
   * Takes the next match.
   *
   * @return whether it makes a hit that is kept and worth something, or will if silence follows
   */
  boolean add(LoggedEvent match) {
    var before = kept.size();
    take(match);
    return rule.milliPoints() > 0 && (kept.size() > before || rule.quiet().isPresent());
  }

  private void take(LoggedEvent match) {
    if (rule.idle().isPresent()) {
      ages.newest = match.at();
      pending = Optional.of(match);
      return;
    }
    ages.match(match);
    if (rule.quiet().isPresent()) {
      pending.filter(before -> match.at() - before.at() >= quiet).ifPresent(this::endSilence);
      pending = Optional.of(match);
    } else if (rule.after().isEmpty()) {
      take(hit(match.at(), match));
    } else if (!rule.after().get().perDay() || isFirstOfDay(match)) {
      count(rule.after().get(), match);
    }
  }

  /** What is kept at an instant that no match is later than. */
  RuleHits hits(long at) {
    if (rule.idle().isPresent()) {
      var idle = pending.map(match -> IdleTime.of(rule, model, hit(match.at(), match)).hits(at));
      return new RuleHits(rule, idle.orElse(List.of()), Millis.of(model.lookback()));
    }
    var silence = pending.map(this::silenceAfter).filter(hit -> hit.at() <= at);
    if (silence.isEmpty() || limits.filter(limit -> !limit.hasRoom(silence.get())).isPresent()) {
      return keptHits();
    }
    var with = new ArrayList<>(kept);
    with.add(silence.get());
    return new RuleHits(rule, with, Millis.of(model.lookback()));
  }

  /** How long the silence is that makes a hit, in milliseconds; 0 if none does. */
  long quiet() {
    return quiet;
  }

  /** The first hit of silence after an instant, if no match comes before it. */
  long nextSilence(long now) {
    if (pending.isEmpty()) {
      return NEVER;
    }
    var match = pending.get();
    return rule.idle().isPresent()
        ? IdleTime.of(rule, model, hit(match.at(), match)).nextAfter(now)
        : match.at() + quiet;
  }

  /** The match that waits for a silence and expires before it has lasted. */
  Optional<LoggedEvent> expiring() {
    return pending.filter(_ -> rule.idle().isEmpty());
  }

  /** The earliest instant of the next hit, if no match comes before a mark. */
  long nextHit(long mark) {
    return pending.map(match -> Math.min(mark, match.at() + quiet)).orElse(mark);
  }

  /** The age from which a hit is surely worth nothing, in milliseconds. */
  long life() {
    return DecayedPoints.life(rule, Millis.of(model.lookback()));
  }

  /** This rule's place in the model, as the only match of an event. */
  int[] place() {
    return new int[] {model.rules().indexOf(rule)};
  }

  /** The hits that were kept so far. */
  RuleHits keptHits() {
    return new RuleHits(rule, Collections.unmodifiableList(kept), Millis.of(model.lookback()));
  }

  private Hit silenceAfter(LoggedEvent match) {
    return hit(match.at() + quiet, match);
  }

  private Hit hit(long at, LoggedEvent match) {
    var part = rule.partedBy().flatMap(path -> FieldPaths.at(match.event().json(), path));
    return new Hit(at, match.event(), part.map(FieldPaths::canonical).orElse(""));
  }

  private void endSilence(LoggedEvent before) {
    take(silenceAfter(before));
  }

  private void count(After after, LoggedEvent match) {
    var within = Millis.of(after.within());
    while (!waiting.isEmpty() && match.at() - waiting.getFirst() >= within) {
      waiting.removeFirst();
    }
    waiting.addLast(match.at());
    if (waiting.size() >= after.times()) {
      waiting.clear();
      take(hit(match.at(), match));
    }
  }

  private boolean isFirstOfDay(LoggedEvent match) {
    var day = LocalDate.ofInstant(Instant.ofEpochMilli(match.at()), model.zone()).toEpochDay();
    var isFirst = day != lastDay;
    lastDay = day;
    return isFirst;
  }

  private void take(Hit hit) {
    var period = limits.map(LimitCounter::period).orElse(0L);
    if (limits.isPresent() && !limits.get().take(hit)) {
      return;
    }
    kept.add(hit);
    var closed = limits.filter(LimitCounter::isCalendar).filter(now -> now.period() != period);
    ages.kept(hit, closed.isPresent());
  }
}
