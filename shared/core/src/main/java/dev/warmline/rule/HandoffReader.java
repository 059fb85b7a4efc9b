package dev.warmline.rule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what comes after scoring: segments, routes, the SLA clock and recycling. */
final class HandoffReader {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private HandoffReader() {}

  static List<Segment> segments(Section model, PatternReader patterns) {
    var ids = new HashSet<String>();
    return model.sections("segments").stream()
        .flatMap(section -> segment(section, patterns, ids).stream())
        .toList();
  }

  private static Optional<Segment> segment(
      Section section, PatternReader patterns, Set<String> ids) {
    section.only("id", "when");
    var id = section.requiredText("id");
    if (!ids.add(id)) {
      section.problem("id", "another segment has the id \"" + id + "\" already");
    }
    return patterns.required(section, "when").map(when -> new Segment(id, when));
  }

  static List<Route> routes(Section model) {
    var segments =
        model.items("segments").stream().map(segment -> segment.path("id").asText()).toList();
    return model.sections("routes").stream().map(section -> route(section, segments)).toList();
  }

  private static Route route(Section section, List<String> segments) {
    section.only("segment", "queue", "warm-handoff");
    var segment = section.text("segment");
    if (segment.isPresent() && !segments.contains(segment.get())) {
      section.problem("segment", "there is no segment \"" + segment.get() + "\"");
    }
    return new Route(segment, section.requiredText("queue"), section.flag("warm-handoff"));
  }

  static Sla sla(Section sla) {
    sla.only("accept-within", "answer-return-within", "business-hours");
    return new Sla(
        sla.duration("accept-within"),
        sla.duration("answer-return-within"),
        sla.section("business-hours").flatMap(HandoffReader::businessHours));
  }

  private static Optional<Sla.BusinessHours> businessHours(Section hours) {
    hours.only("days", "from", "to");
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var day : hours.texts("days")) {
      if (DAYS.contains(day)) {
        days.add(DayOfWeek.of(DAYS.indexOf(day) + 1));
      } else {
        hours.problem("days", "\"" + day + "\" is none of " + String.join(", ", DAYS));
      }
    }
    if (days.isEmpty()) {
      hours.problem("days", "needs at least one of " + String.join(", ", DAYS));
    }
    var from = time(hours, "from");
    var to = time(hours, "to");
    if (from.isEmpty() || to.isEmpty() || days.isEmpty()) {
      return Optional.empty();
    }
    if (!from.get().isBefore(to.get())) {
      hours.problem("to", "must be later than from");
    }
    return Optional.of(new Sla.BusinessHours(days, from.get(), to.get()));
  }

  private static Optional<LocalTime> time(Section hours, String key) {
    try {
      return Optional.of(LocalTime.parse(hours.requiredText(key)));
    } catch (DateTimeException e) {
      hours.problem(key, "must be a time of day such as \"09:00\"");
      return Optional.empty();
    }
  }

  static Recycle recycle(Section recycle) {
    recycle.only("after", "unqualified-after");
    return new Recycle(recycle.duration("after"), recycle.duration("unqualified-after"));
  }
}
