package dev.warmline.usecase;

import dev.warmline.lead.Cycles;
import dev.warmline.lead.Cycles.Kept;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.Notice;
import dev.warmline.report.DigestCount;
import dev.warmline.report.ReportWeek;
import dev.warmline.report.WeekDigest;
import dev.warmline.report.WeekDigest.Rules;
import dev.warmline.rule.Models;
import dev.warmline.rule.Publication;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.Teams;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What both teams did in a week: its notice is written ahead of its Monday, by whichever tick is
 * the first to think of it, and lies in the outbox until then; the numbers are counted when it is
 * sent. Where no team is published there is none.
 */
public final class WeeklyDigest {
  /** So many records of cycles are read for one digest: those that go on, then the newest. */
  public static final int MOST_CYCLES = 10_000;

  /** So many leads that lack something are counted. */
  public static final int MOST_INCOMPLETE = 1_000;

  private static final LocalTime SENT_AT = LocalTime.of(7, 30);

  private final Models models;
  private final Teams teams;
  private final LeadStore leads;
  private final Cycles cycles;
  private final AtomicReference<@Nullable ReportWeek> planned = new AtomicReference<>();

  /** Works on these ports. */
  public WeeklyDigest(Models models, Teams teams, LeadStore leads, Cycles cycles) {
    this.models = models;
    this.teams = teams;
    this.leads = leads;
    this.cycles = cycles;
  }

  /**
   * Writes the notice of the next digest, unless it is there.
   *
   * @throws dev.warmline.event.StoreUnavailable if a store cannot answer; the next tick tries again
   */
  void plan(Instant now) {
    if (!isWanted(now)) {
      return;
    }
    var zone = zone(models.current(now));
    var week = next(now, zone);
    if (!week.equals(planned.get())) {
      // Another may have written it, or this one before a crash: then nothing is written.
      var notice = Notice.ofWeek(week.text(), now, sentAt(week, zone));
      leads.commit(List.of(new Change.AddNotice(notice)));
      planned.set(week);
    }
  }

  /** Whether there is a team that it could be about. */
  boolean isWanted(Instant now) {
    return teams.current(now).isPresent();
  }

  /** The first week whose digest is sent after an instant. */
  private static ReportWeek next(Instant now, ZoneId zone) {
    var before = ReportWeek.of(now, zone).plus(-1);
    return now.isBefore(sentAt(before, zone)) ? before : before.plus(1);
  }

  /** On the Monday after it. */
  private static Instant sentAt(ReportWeek week, ZoneId zone) {
    return week.plus(1).monday().atTime(SENT_AT).atZone(zone).toInstant();
  }

  /** The last week that is over. */
  public ReportWeek last(Instant now) {
    return ReportWeek.of(now, zone(models.current(now))).plus(-1);
  }

  /**
   * Counts the digest of a week.
   *
   * @param now the instant that what is left undone is true for
   * @return empty if no team is published
   * @throws dev.warmline.event.StoreUnavailable if a store cannot answer
   */
  public Optional<WeekDigest> of(ReportWeek week, Instant now) {
    return teams.current(now).map(team -> count(week, team, models.current(now), now));
  }

  private WeekDigest count(
      ReportWeek week, TeamPublication team, Publication publication, Instant now) {
    var zone = zone(publication);
    var count = new DigestCount(week, zone, team.team(), now);
    var left = read(week.plus(-WeekDigest.WEEKS_BEFORE).start(zone), now, count::add);
    var model = publication.model();
    var rules = new Rules(model.name(), model.version(), publication.since());
    return count.digest(cycles.incomplete(MOST_INCOMPLETE), rules, left > 0);
  }

  /**
   * Reads the cycles in which something happened since an instant.
   *
   * @return how many more it could have read
   */
  private int read(Instant from, Instant now, Consumer<Kept> each) {
    var left = MOST_CYCLES - cycles.goingOn(MOST_CYCLES, each);
    var first = ReportWeek.of(from, ZoneOffset.UTC);
    for (var week = ReportWeek.of(now, ZoneOffset.UTC);
        left > 0 && !week.monday().isBefore(first.monday());
        week = week.plus(-1)) {
      left -= cycles.ended(week.monday(), left, each);
    }
    return left;
  }

  private static ZoneId zone(Publication publication) {
    return publication.model().file().zone();
  }
}
