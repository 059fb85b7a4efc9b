package dev.warmline.measure.simulation;

import dev.warmline.lead.Notice;
import dev.warmline.lead.Notice.State;
import dev.warmline.lead.NoticeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Laws of the outbox: what must be told is told once, or is not told for a reason. */
final class OutboxLaws {
  private OutboxLaws() {}

  /**
   * Every announced cycle ends in one of: its notice sent, void with a reason, covered by another.
   */
  static List<String> untold(Aftermath evidence) {
    return evidence.cycles().stream()
        .filter(cycle -> cycle.announced().isPresent())
        .flatMap(cycle -> untold(cycle, evidence).stream())
        .toList();
  }

  private static Optional<String> untold(Cycle cycle, Aftermath evidence) {
    var kept = evidence.outbox().get(cycle.id());
    if (kept == null) {
      return Optional.of(cycle + " was announced without a notice");
    }
    var times = evidence.published(cycle.id()).size();
    var isRight =
        switch (kept.notice().state()) {
          case State.Unclaimed _, State.Claimed _ -> kept.due().isPresent();
          case State.Sent _ -> times > 0;
          case State.Voided(var at, var why) -> !why.isBlank();
          case State.Covered(var at, var by) ->
              evidence.outbox().containsKey(by) && !by.equals(cycle.id());
        };
    return isRight
        ? Optional.empty()
        : Optional.of(
            cycle + " ends as " + kept.notice().state() + ", published " + times + " times");
  }

  /** Nothing is published of a cycle that is not announced, nor what was void or covered. */
  static List<String> wronglyTold(Aftermath evidence) {
    var announced =
        evidence.cycles().stream()
            .filter(cycle -> cycle.announced().isPresent())
            .map(Cycle::id)
            .collect(Collectors.toSet());
    var ofNobody =
        evidence.outbox().keySet().stream()
            .filter(id -> id.kind().announces() && !announced.contains(id))
            .map(id -> id + " is of no announced cycle");
    var closed =
        evidence.published().stream()
            .filter(notice -> !notice.hadTrouble() && !isToBeTold(notice.id(), evidence))
            .map(notice -> notice.id() + " was published and ends otherwise");
    var covered =
        evidence.witness().merges().stream()
            .flatMap(merged -> merged.unsaid().stream())
            .filter(id -> !evidence.published(id).isEmpty())
            .map(id -> id + " was published, though sales hears of the survivor");
    return Stream.of(ofNobody, closed, covered).flatMap(it -> it).toList();
  }

  private static boolean isToBeTold(NoticeId id, Aftermath evidence) {
    return Optional.ofNullable(evidence.outbox().get(id))
        .map(kept -> kept.notice().state())
        .filter(state -> !(state instanceof State.Voided) && !(state instanceof State.Covered))
        .isPresent();
  }

  /** No notice is published before its cause, nor before its time. */
  static List<String> withoutCause(Aftermath evidence) {
    return evidence.published().stream()
        .filter(
            published ->
                Optional.ofNullable(evidence.outbox().get(published.id()))
                    .map(Aftermath.Kept::notice)
                    .filter(notice -> !isEarly(published, notice))
                    .isEmpty())
        .map(published -> published.id() + " was published too early, at " + published.at())
        .toList();
  }

  private static boolean isEarly(Notices.Published published, Notice notice) {
    return published.at().isBefore(notice.at()) || published.at().isBefore(notice.notBefore());
  }

  static List<String> changedBodies(Aftermath evidence) {
    var bodies = new TreeMap<String, Set<String>>();
    for (var notice : evidence.published()) {
      bodies.computeIfAbsent(notice.id().value(), id -> new HashSet<>()).add(notice.body());
    }
    return bodies.entrySet().stream()
        .filter(bodiesOf -> bodiesOf.getValue().size() > 1)
        .map(bodiesOf -> bodiesOf.getKey() + " was published in several wordings")
        .toList();
  }

  static List<String> repeated(Aftermath evidence) {
    var before = new HashMap<NoticeId, Notices.Published>();
    var breaches = new ArrayList<String>();
    for (var notice : evidence.published()) {
      var earlier = before.put(notice.id(), notice);
      if (earlier != null && !earlier.hadTrouble()) {
        breaches.add(
            notice.id()
                + " was published by "
                + earlier.invocation()
                + " and again by "
                + notice.invocation());
      }
    }
    return breaches;
  }

  /** Whoever was told of a cycle that was taken back hears that too; nobody else does. */
  static List<String> notDisregarded(Aftermath evidence) {
    var breaches = new ArrayList<String>();
    for (var cycle : evidence.cycles()) {
      var isTakenBack = cycle.told().mark("retracted").isPresent();
      var isTold = !evidence.published(cycle.id()).isEmpty();
      var taken = evidence.outbox().get(NoticeId.disregard(cycle.lead(), cycle.told().number()));
      if (isTakenBack && isTold && taken == null) {
        breaches.add(cycle + " was told and taken back, and nobody was told of that");
      }
      if (!isTakenBack && !isUndone(cycle) && taken != null) {
        breaches.add(cycle + " is to be disregarded and was never taken back");
      }
    }
    return breaches;
  }

  /** Whether whoever did something in it took that back. */
  static boolean isUndone(Cycle cycle) {
    return cycle.told().marks().stream().anyMatch(it -> it.act().equals("undone"));
  }
}
