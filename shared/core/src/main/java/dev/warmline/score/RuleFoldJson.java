package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.rule.Period;
import dev.warmline.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;

/** The fold of one rule as JSON, and back. */
record RuleFoldJson(long base, ReducedEvents events) {
  /**
   * Writes a fold.
   *
   * @param mark the instant that no event still to come is before
   * @param shown how many of the newest hits people may still be shown
   */
  ObjectNode write(RuleFold fold, long mark, int shown) {
    var json = EventJson.newObject();
    if (fold.ages.newest == Long.MIN_VALUE) {
      return json;
    }
    json.put("newest", base - fold.ages.newest);
    putTime("oldest", fold.ages.oldest, json);
    if (fold.ages.sinceGap != RuleFold.NEVER) {
      json.put("since", base - fold.ages.sinceGap).put("before", base - fold.ages.beforeGap);
    }
    hits(fold, mark, shown, json);
    fold.pending.ifPresent(
        match -> json.set("pending", events.nameless(match.event(), fold.place())));
    if (!fold.waiting.isEmpty()) {
      var waiting = json.putArray("waiting");
      fold.waiting.forEach(at -> waiting.add(base - at));
    }
    if (fold.lastDay != Long.MIN_VALUE) {
      json.put("day", fold.lastDay);
    }
    fold.limits.ifPresent(limits -> open(fold.rule, limits, fold.nextHit(mark), json));
    return json;
  }

  void read(JsonNode json, RuleFold fold) {
    if (!json.has("newest")) {
      return;
    }
    fold.ages.newest = time(json, "newest");
    fold.ages.oldest = json.has("oldest") ? time(json, "oldest") : RuleFold.NEVER;
    if (json.has("since")) {
      fold.ages.sinceGap = time(json, "since");
      fold.ages.beforeGap = time(json, "before");
    }
    readHits(json, fold);
    if (json.has("pending")) {
      fold.pending = Optional.of(events.read(json.path("pending")));
    }
    json.path("waiting").forEach(at -> fold.waiting.addLast(base - at.longValue()));
    if (json.has("day")) {
      fold.lastDay = json.path("day").longValue();
    }
    fold.limits.ifPresent(limits -> reopen(json.path("open"), fold.rule, limits));
  }

  /** Newest first, each as the time since it: those still worth something, and those to show. */
  private void hits(RuleFold fold, long mark, int shown, ObjectNode json) {
    var kept = fold.kept;
    if (kept.isEmpty()) {
      return;
    }
    var words = json.putArray("words");
    var hits = json.putArray("hits");
    var parts = fold.rule.partedBy().isPresent() ? json.putArray("parts") : null;
    var life = fold.life();
    var before = base;
    for (var i = kept.size() - 1; i >= 0; i--) {
      var hit = kept.get(i);
      var toShow = kept.size() - i <= Math.max(1, shown);
      if (!toShow && mark - hit.at() >= life) {
        return;
      }
      if (toShow) {
        words.add(events.words(hit.event(), fold.rule));
      }
      hits.add(before - hit.at());
      if (parts != null) {
        parts.add(hit.part());
      }
      before = hit.at();
    }
  }

  private void readHits(JsonNode json, RuleFold fold) {
    var shown = new ArrayList<Event>();
    json.path("words").forEach(one -> shown.add(events.read(one).event()));
    var at = base;
    var hits = new ArrayList<Hit>();
    for (var since : json.path("hits")) {
      at -= since.longValue();
      var event = shown.get(Math.min(hits.size(), shown.size() - 1));
      hits.add(new Hit(at, event, json.path("parts").path(hits.size()).asText("")));
    }
    Collections.reverse(hits);
    fold.kept.addAll(hits);
  }

  private void open(Rule rule, LimitCounter limits, long nextHit, ObjectNode json) {
    var open = json.putObject("open");
    var from = origin(rule);
    limits
        .openAt(nextHit)
        .forEach((value, one) -> open.putArray(value).add(from - one.start()).add(one.kept()));
  }

  private void reopen(JsonNode open, Rule rule, LimitCounter limits) {
    var from = origin(rule);
    for (var one : open.properties()) {
      var start = from - one.getValue().path(0).longValue();
      limits.reopen(one.getKey(), new LimitCounter.Open(start, one.getValue().path(1).intValue()));
    }
  }

  /** Windows start at instants; other periods have small numbers already. */
  private long origin(Rule rule) {
    return rule.limit().filter(limit -> limit.period() instanceof Period.Window).isPresent()
        ? base
        : 0;
  }

  private void putTime(String key, long at, ObjectNode json) {
    if (at != RuleFold.NEVER) {
      json.put(key, base - at);
    }
  }

  private long time(JsonNode json, String key) {
    return base - json.path(key).longValue();
  }
}
