package dev.warmline.measure.simulation;

import dev.warmline.event.EventType;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Laws of stages and of what is told. */
final class NoticeLaws {
  private static final Duration WINDOW = Duration.ofHours(1);

  private NoticeLaws() {}

  static List<String> brokenChains(Evidence evidence) {
    var breaches = new ArrayList<String>();
    evidence.histories().forEach((lead, entries) -> breaches.addAll(broken(lead, entries)));
    return breaches;
  }

  private static List<String> broken(LeadId lead, List<StageEntry> entries) {
    var breaches = new ArrayList<String>();
    var from = Stage.SUSPECT;
    var number = 0;
    for (var entry : entries) {
      if (entry.number() != ++number || entry.from() != from || entry.to() == from) {
        breaches.add(lead + " has step " + entry.number() + " from " + entry.from());
      }
      from = entry.to();
    }
    return breaches;
  }

  static List<String> withoutCause(Evidence evidence) {
    var causes = new HashMap<String, Instant>();
    Opened.in(evidence).forEach(opened -> causes.put(opened.id(), opened.entry().at()));
    return evidence.published().stream()
        .filter(notice -> !isUpdate(notice))
        .filter(
            notice ->
                !causes.containsKey(notice.id()) || causes.get(notice.id()).isAfter(notice.at()))
        .map(notice -> notice.id() + " was published at " + notice.at() + " without a cause")
        .toList();
  }

  static List<String> changedBodies(Evidence evidence) {
    var bodies = new TreeMap<String, Set<String>>();
    for (var notice : evidence.published()) {
      bodies.computeIfAbsent(notice.id(), id -> new HashSet<>()).add(notice.body());
    }
    return bodies.entrySet().stream()
        .filter(bodiesOf -> bodiesOf.getValue().size() > 1)
        .map(bodiesOf -> bodiesOf.getKey() + " was published in several wordings")
        .toList();
  }

  static List<String> untold(Evidence evidence) {
    var sent = evidence.published().stream().map(Notices.Published::id).collect(Collectors.toSet());
    return Opened.in(evidence).stream()
        .filter(opened -> !opened.entry().silent() && !sent.contains(opened.id()))
        .filter(opened -> !isCovered(opened, evidence, sent))
        .map(opened -> "nobody was told of " + opened)
        .toList();
  }

  /** A lead that was merged away is told of with its survivor. */
  private static boolean isCovered(Opened opened, Evidence evidence, Set<String> sent) {
    var survivor = evidence.survivorOf(opened.lead()).id();
    return !survivor.equals(opened.lead())
        && sent.stream().anyMatch(id -> id.startsWith(survivor + "."));
  }

  static List<String> repeated(Evidence evidence) {
    var before = new HashMap<String, Notices.Published>();
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

  static List<String> crowdedSignals(Evidence evidence) {
    Map<String, List<Notices.Published>> updates =
        distinct(evidence).stream()
            .filter(NoticeLaws::isUpdate)
            .collect(Collectors.groupingBy(notice -> notice.id().replaceAll("\\.hot-.*", "")));
    var breaches = new ArrayList<String>();
    updates.forEach((cycle, notices) -> breaches.addAll(crowded(cycle, notices)));
    return breaches;
  }

  /** Two are fine: one of what a server says and one of what a browser says. */
  private static List<String> crowded(String cycle, List<Notices.Published> notices) {
    var breaches = new ArrayList<String>();
    for (var i = 2; i < notices.size(); i++) {
      var apart = Duration.between(notices.get(i - 2).at(), notices.get(i).at());
      if (apart.compareTo(WINDOW) < 0) {
        breaches.add("three signals of " + cycle + " were told within " + apart);
      }
    }
    return breaches;
  }

  private static List<Notices.Published> distinct(Evidence evidence) {
    var first = new LinkedHashMap<String, Notices.Published>();
    evidence.published().forEach(notice -> first.putIfAbsent(notice.id(), notice));
    return List.copyOf(first.values());
  }

  /** Withdrawn, seen by a scorer, and not granted again, before the invocation that told. */
  static List<String> toldAfterWithdrawal(Evidence evidence) {
    return distinct(evidence).stream()
        .filter(notice -> !isUpdate(notice) && isWithdrawn(notice, evidence))
        .map(notice -> notice.id() + " was told after consent was withdrawn")
        .toList();
  }

  private static boolean isWithdrawn(Notices.Published notice, Evidence evidence) {
    return evidence.events().stream()
        .filter(event -> event.type() == EventType.CONSENT)
        .filter(event -> notice.profiles().contains(event.profile().key()))
        .filter(event -> evidence.wasScored(event, notice.begun()))
        .reduce((one, other) -> one.occurredAt().isAfter(other.occurredAt()) ? one : other)
        .filter(event -> !event.json().path("granted").asBoolean())
        .isPresent();
  }

  static List<String> untoldSignals(Evidence evidence) {
    var sent = evidence.published().stream().map(Notices.Published::id).collect(Collectors.toSet());
    return evidence.signals().stream()
        .filter(id -> !sent.contains(id))
        .map(id -> "nobody was told of the signal " + id)
        .toList();
  }

  private static boolean isUpdate(Notices.Published notice) {
    return notice.id().contains(".hot-");
  }
}
