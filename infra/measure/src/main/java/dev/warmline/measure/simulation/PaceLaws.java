package dev.warmline.measure.simulation;

import dev.warmline.lead.Announcement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Laws of who is released by a pace. The models of a run count days in UTC. */
final class PaceLaws {
  private PaceLaws() {}

  /** More of a day than the pace allowed at any time of it, or one while it was paused. */
  static List<String> broken(Aftermath evidence) {
    var released =
        evidence.cycles().stream()
            .flatMap(cycle -> cycle.announced().stream())
            .filter(it -> it.by().equals(Announcement.PACE))
            .map(Announcement.Announced::at)
            .toList();
    var tooMany =
        released.stream()
            .collect(Collectors.groupingBy(PaceLaws::day, Collectors.counting()))
            .entrySet()
            .stream()
            .filter(day -> day.getValue() > most(evidence, day.getKey()))
            .map(day -> day.getValue() + " were released on " + day.getKey());
    var paused =
        released.stream()
            .filter(at -> isPaused(evidence, at))
            .map(at -> "one was released at " + at + ", while it was paused");
    return Stream.concat(tooMany, paused).toList();
  }

  private static int most(Aftermath evidence, LocalDate day) {
    var paces = evidence.witness().paces();
    var before = paces.stream().filter(it -> day(it.at()).isBefore(day)).toList();
    return Stream.concat(
            before.stream().skip(Math.max(0, before.size() - 1)),
            paces.stream().filter(it -> day(it.at()).equals(day)))
        .mapToInt(it -> it.pace().perDay())
        .max()
        .orElse(0);
  }

  /** A tick that began at the instant of a change may have met either. */
  private static boolean isPaused(Aftermath evidence, Instant at) {
    var paces = evidence.witness().paces();
    var before = paces.stream().filter(it -> it.at().isBefore(at)).toList();
    return (before.isEmpty() || before.getLast().pace().due().isEmpty())
        && paces.stream().noneMatch(it -> it.at().equals(at) && it.pace().due().isPresent());
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
