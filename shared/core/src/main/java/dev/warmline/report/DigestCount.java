package dev.warmline.report;

import dev.warmline.lead.Cycles.Kept;
import dev.warmline.lead.LeadId;
import dev.warmline.report.Happening.What;
import dev.warmline.report.WeekDigest.Now;
import dev.warmline.report.WeekDigest.Overdue;
import dev.warmline.team.Team;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts a digest over the records of cycles, which come one by one in any order. */
public final class DigestCount {
  private static final Set<What> DECIDES = Set.of(What.ACCEPTED, What.RETURNED);
  private static final Comparator<Overdue> OLDEST = Comparator.comparing(Overdue::since);

  private final ReportWeek week;
  private final ZoneId zone;
  private final Team team;
  private final Instant asOf;
  private final List<Happening> last = new ArrayList<>();
  private final List<Happening> before = new ArrayList<>();
  private final Map<String, Integer> returnedBy = new HashMap<>();
  private final Map<String, Integer> waiting = new HashMap<>();
  private final Map<String, Integer> withoutOwner = new HashMap<>();
  private final List<Overdue> toAccept = new ArrayList<>();
  private final Map<LeadId, Integer> newest = new HashMap<>();
  private final Map<Overdue, Integer> toAnswer = new HashMap<>();
  private final List<Win> won = new ArrayList<>();
  private int decided;

  /**
   * Counts nothing yet.
   *
   * @param team by whose hours working time is counted
   * @param asOf the instant that what is left undone is true for
   */
  public DigestCount(ReportWeek week, ZoneId zone, Team team, Instant asOf) {
    this.week = week;
    this.zone = zone;
    this.team = team;
    this.asOf = asOf;
  }

  /** Counts one record. */
  public void add(Kept kept) {
    var story = new CycleStory(kept, team, asOf);
    var happened = story.happenings();
    var inWeek = happened.stream().filter(it -> isIn(it.at(), 0, 1)).toList();
    last.addAll(inWeek);
    before.addAll(
        happened.stream().filter(it -> isIn(it.at(), -WeekDigest.WEEKS_BEFORE, 0)).toList());
    decided += inWeek.stream().anyMatch(it -> DECIDES.contains(it.what())) ? 1 : 0;
    story.returns().stream()
        .filter(mark -> isIn(mark.at(), 0, 1))
        .forEach(mark -> count(returnedBy, mark.details().path("reason").asText("no reason")));
    story.won().filter(mark -> isIn(mark.at(), 0, 1)).map(story::win).ifPresent(won::add);
    undone(story);
  }

  private void undone(CycleStory story) {
    var owner = story.hands().owner();
    newest.merge(story.lead(), story.cycle(), Math::max);
    story.waitsFor().ifPresent(what -> count(waiting, what));
    story.liesIn().ifPresent(queue -> count(withoutOwner, queue));
    story.overdueSince().ifPresent(since -> toAccept.add(new Overdue(story.lead(), owner, since)));
    story
        .answerOverdueSince()
        .ifPresent(since -> toAnswer.put(new Overdue(story.lead(), owner, since), story.cycle()));
  }

  /** What was counted. */
  public WeekDigest digest(int incomplete, WeekDigest.Rules rules, boolean isWhole) {
    return new WeekDigest(
        week,
        zone,
        asOf,
        WeekFigures.of(last),
        WeekFigures.of(before),
        returnedBy,
        decided,
        new Now(
            toAccept.stream().sorted(OLDEST).toList(),
            questions(),
            waiting,
            withoutOwner,
            incomplete),
        won.stream().sorted(Comparator.comparing(win -> win.path().getLast().at())).toList(),
        rules,
        isWhole);
  }

  /** A question is over when the lead is told of again. */
  private List<Overdue> questions() {
    return toAnswer.entrySet().stream()
        .filter(it -> it.getValue().equals(newest.get(it.getKey().lead())))
        .map(Map.Entry::getKey)
        .sorted(OLDEST)
        .toList();
  }

  private boolean isIn(Instant at, int from, int until) {
    return !at.isBefore(week.plus(from).start(zone))
        && at.isBefore(week.plus(until).start(zone))
        && !at.isAfter(asOf);
  }

  private static void count(Map<String, Integer> counts, String what) {
    counts.merge(what, 1, Integer::sum);
  }
}
