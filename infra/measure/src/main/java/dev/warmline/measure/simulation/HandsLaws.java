package dev.warmline.measure.simulation;

import dev.warmline.lead.Assignment;
import dev.warmline.lead.Notice;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Standing;
import dev.warmline.measure.simulation.Rota.Held;
import dev.warmline.team.ServiceLevel;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.TeamQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Laws of the clocks of hands, and of who hears of them, where there is a team. */
final class HandsLaws {
  /** What is due is surely worked off so much later, whatever leaped or failed. */
  private static final Duration SURELY = Duration.ofHours(3);

  private static final Set<NoticeId.Kind> STEPS =
      Set.of(NoticeId.Kind.REMINDER, NoticeId.Kind.OVERDUE, NoticeId.Kind.UNCONTACTED);

  /** By these it comes into other hands with nobody told. */
  private static final Set<String> OWN = Set.of("accepted", "qualified");

  private HandsLaws() {}

  /** Whoever comes to have a lead has the whole time to accept it, in the hours of their queue. */
  static List<String> wrongClocks(Aftermath evidence) {
    return evidence
        .rota()
        .all()
        .filter(held -> isAnnounced(held.now()) && !held.isGone())
        .filter(held -> hasOtherClock(held) && !isFresh(evidence, held))
        .filter(held -> !TeamLaws.isUndone(evidence, held))
        .map(held -> held.lead() + " came into the hands " + clock(held))
        .toList();
  }

  private static String clock(Held held) {
    return held.now().assignment() + " at " + held.at() + " with " + held.now().deadlines();
  }

  private static boolean isAnnounced(Standing standing) {
    return standing.place() == Standing.Place.ANNOUNCED && standing.deadlines().calendar() > 0;
  }

  private static boolean hasOtherClock(Held held) {
    var before = held.sameCycle().filter(HandsLaws::isAnnounced);
    return before
        .filter(it -> it.assignment().equals(held.now().assignment()))
        .filter(it -> it.deadlines().acceptBy().equals(held.now().deadlines().acceptBy()))
        .isEmpty();
  }

  private static boolean isFresh(Aftermath evidence, Held held) {
    var team = team(evidence, held.now());
    var calendar = team.team().calendarOf(held.now().assignment().queue().orElse(""));
    var left = held.now().deadlines().acceptBy().map(by -> calendar.elapsed(held.at(), by));
    return !team.at().isAfter(held.at())
        && Stream.of("hot", "warm")
            .map(team.team()::serviceLevel)
            .map(ServiceLevel::acceptWithin)
            .flatMap(Optional::stream)
            .anyMatch(within -> left.filter(it -> isWhole(it, within)).isPresent());
  }

  private static boolean isWhole(Duration left, Duration within) {
    return left.compareTo(within) <= 0 && left.compareTo(within.minus(TeamLaws.BEGUN)) >= 0;
  }

  private static TeamPublication team(Aftermath evidence, Standing standing) {
    return evidence.rota().teams().get(standing.deadlines().calendar() - 1);
  }

  /** A step of a clock was told twice, or not at all. */
  static List<String> missed(Aftermath evidence) {
    return Stream.concat(toldTwice(evidence).stream(), overdueUntold(evidence).stream()).toList();
  }

  /** Each step is told once for a cycle and whoever has it. */
  private static List<String> toldTwice(Aftermath evidence) {
    var seen = new HashSet<String>();
    return evidence.outbox().values().stream()
        .map(Aftermath.Kept::notice)
        .filter(notice -> STEPS.contains(notice.id().kind()))
        .map(HandsLaws::step)
        .filter(step -> !seen.add(step))
        .map(step -> step + " is told twice")
        .toList();
  }

  private static String step(Notice notice) {
    var id = notice.id();
    return id.subject()
        + "."
        + id.cycle()
        + " "
        + id.kind().word()
        + " ("
        + notice.why()
        + ") to "
        + notice.to();
  }

  /** Whoever let the time to accept pass hears of that, and so does who hears of such things. */
  private static List<String> overdueUntold(Aftermath evidence) {
    var breaches = new ArrayList<String>();
    for (var lead : evidence.leads().keySet()) {
      var all = evidence.rota().of(lead);
      for (var i = 0; i < all.size(); i++) {
        var held = all.get(i);
        var end = i + 1 < all.size() ? all.get(i + 1).at() : evidence.now();
        if (isAnnounced(held.now()) && !held.isGone() && isOver(evidence, held, end)) {
          untold(evidence, held).ifPresent(breaches::add);
        }
      }
    }
    return breaches;
  }

  private static boolean isOver(Aftermath evidence, Held held, Instant end) {
    var calendar =
        team(evidence, held.now()).team().calendarOf(held.now().assignment().queue().orElse(""));
    return held.now()
        .deadlines()
        .acceptBy()
        .map(by -> calendar.deadline(by.isBefore(held.at()) ? held.at() : by, Duration.ZERO))
        .filter(at -> at.plus(SURELY).isBefore(end))
        .isPresent();
  }

  private static Optional<String> untold(Aftermath evidence, Held held) {
    var hands = held.now().assignment();
    var other =
        hands
            .queue()
            .flatMap(team(evidence, held.now()).team()::queue)
            .flatMap(TeamQueue::escalateTo);
    var isTold =
        notices(evidence, held, NoticeId.Kind.OVERDUE)
            .anyMatch(
                notice ->
                    notice.to().contains(holder(hands))
                        && other.stream().allMatch(notice.to()::contains));
    return isTold
        ? Optional.empty()
        : Optional.of(
            "nobody told "
                + holder(hands)
                + " or "
                + other
                + " that "
                + held.lead()
                + " is overdue");
  }

  private static Stream<Notice> notices(Aftermath evidence, Held held, NoticeId.Kind kind) {
    return evidence.outbox().values().stream()
        .map(Aftermath.Kept::notice)
        .filter(notice -> notice.id().kind() == kind)
        .filter(notice -> notice.id().cycle() == held.now().cycle())
        .filter(notice -> notice.id().lead().equals(Optional.of(held.lead())));
  }

  private static String holder(Assignment hands) {
    return hands.owner().orElseGet(() -> "queue:" + hands.queue().orElse(""));
  }

  /** Whoever loses a lead to others by no act of theirs hears of it, and so do those. */
  static List<String> handsUntold(Aftermath evidence) {
    return evidence
        .rota()
        .all()
        .filter(
            held ->
                isPassedOn(held)
                    && !TeamLaws.isUndone(evidence, held)
                    && !TeamLaws.isBy(evidence, held, it -> OWN.contains(it.act())))
        .filter(held -> !isTold(evidence, held))
        .map(held -> "nobody told " + holder(before(held)) + " or " + clock(held))
        .toList();
  }

  private static Assignment before(Held held) {
    return held.sameCycle().orElseThrow().assignment();
  }

  private static boolean isPassedOn(Held held) {
    return held.now().isWithSales()
        && held.sameCycle()
            .map(Standing::assignment)
            .filter(it -> it.owner().isPresent() && !it.equals(held.now().assignment()))
            .isPresent();
  }

  /** One notice tells both; where it went through further hands in one breath, each by one. */
  private static boolean isTold(Aftermath evidence, Held held) {
    var told =
        notices(evidence, held, NoticeId.Kind.REASSIGNED)
            .filter(notice -> !notice.at().isAfter(held.at()))
            .filter(notice -> !notice.at().isBefore(held.at().minus(TeamLaws.BEGUN)))
            .map(Notice::to)
            .toList();
    var both = List.of(holder(before(held)), holder(held.now().assignment()));
    return told.stream().anyMatch(it -> it.containsAll(both))
        || (told.size() > 1 && told.stream().flatMap(List::stream).toList().containsAll(both));
  }
}
