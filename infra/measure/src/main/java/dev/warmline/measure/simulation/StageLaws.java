package dev.warmline.measure.simulation;

import dev.warmline.lead.Actor;
import dev.warmline.lead.ClockStep;
import dev.warmline.lead.Deadlines;
import dev.warmline.lead.GivenBack;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Outcomes;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import dev.warmline.score.Scorecard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Laws of stages, of acts, and of what follows from where a lead stands. */
final class StageLaws {
  private static final Optional<Instant> NEVER = Optional.empty();

  private StageLaws() {}

  static List<String> brokenChains(Aftermath evidence) {
    var breaches = new ArrayList<String>();
    evidence.histories().forEach((lead, entries) -> breaches.addAll(broken(lead, entries)));
    evidence.leads().values().stream()
        .filter(lead -> !isEndOf(evidence.history(lead.id()), lead))
        .map(lead -> lead.id() + " is " + lead.standing() + ", which its history does not say")
        .forEach(breaches::add);
    return breaches;
  }

  private static List<String> broken(LeadId lead, List<StageEntry> entries) {
    var breaches = new ArrayList<String>();
    var from = Stage.SUSPECT;
    var number = 0;
    for (var entry : entries) {
      if (entry.number() != ++number || entry.from() != from || isNoStep(entry)) {
        breaches.add(lead + " has step " + entry.number() + " from " + entry.from());
      }
      from = entry.to();
    }
    return breaches;
  }

  /**
   * Who sends a lead to another queue before anybody accepted it, or undoes that, leaves it MQL.
   */
  private static boolean isNoStep(StageEntry entry) {
    return entry.to() == entry.from() && !List.of("wrong-queue", "undone").contains(entry.why());
  }

  private static boolean isEndOf(List<StageEntry> entries, Lead lead) {
    return entries.size() == lead.standing().position().entries()
        && (entries.isEmpty() || entries.getLast().to() == lead.stage());
  }

  /** Each time a lead opens a cycle there is one record of it. */
  static List<String> withoutRecord(Aftermath evidence) {
    var breaches = new ArrayList<String>();
    evidence
        .leads()
        .values()
        .forEach(
            lead -> {
              var opened =
                  evidence.history(lead.id()).stream()
                      .mapToInt(StageEntry::cycle)
                      .filter(cycle -> cycle > 0)
                      .boxed()
                      .collect(Collectors.toSet());
              var recorded =
                  evidence.cycles().stream()
                      .filter(cycle -> cycle.lead().equals(lead.id()))
                      .map(cycle -> cycle.told().number())
                      .collect(Collectors.toSet());
              if (!opened.equals(recorded)) {
                breaches.add(lead.id() + " opened " + opened + " and has records of " + recorded);
              }
            });
    return breaches;
  }

  /**
   * Whom a feed names acts once in a run: what comes twice moves nobody twice. Of those at the desk
   * there is a law of its own.
   */
  static List<String> actedTwice(Aftermath evidence) {
    var moved = new HashMap<String, Integer>();
    evidence
        .histories()
        .forEach(
            (lead, entries) ->
                entries.stream()
                    .filter(entry -> !entry.who().equals("warmline"))
                    .filter(entry -> !Desk.has(entry.who()))
                    .map(entry -> act(lead, entry))
                    .forEach(act -> moved.merge(act, 1, Integer::sum)));
    return moved.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .map(entry -> entry.getKey() + " moved " + entry.getValue() + " times")
        .toList();
  }

  /** Each of sales acts once; a marketer once on each cycle. */
  private static String act(LeadId lead, StageEntry entry) {
    return entry.who().startsWith(Workload.MARKETER)
        ? entry.who() + " on " + lead + "." + entry.cycle()
        : entry.who();
  }

  /** Every act has an answer, and whoever sent one that cannot be done finds out why. */
  static List<String> unanswered(Aftermath evidence) {
    if (evidence.hasPoison()) {
      return List.of();
    }
    var done = evidence.events().stream().flatMap(event -> Outcomes.read(event).stream()).toList();
    var silent =
        done.stream()
            .filter(act -> !evidence.answers().containsKey(act.id()))
            .map(act -> act.act() + " of " + act.actor() + " has no answer");
    var refused =
        done.stream()
            .filter(act -> act.actor() instanceof Actor.Feed)
            .flatMap(act -> Optional.ofNullable(evidence.answers().get(act.id())).stream())
            .filter(answer -> answer.isRefused())
            .filter(answer -> !evidence.parked().contains("outcome refused: " + answer.why()))
            .map(answer -> "nobody finds out that it was refused: " + answer.why());
    return Stream.concat(silent, refused).toList();
  }

  /** A deadline runs only while sales has the lead and the stage has one. */
  static List<String> wrongDeadlines(Aftermath evidence) {
    return evidence.living().stream()
        .filter(lead -> !isRight(evidence, lead))
        .map(lead -> lead.id() + " is " + lead.standing().place() + " with " + deadlines(lead))
        .toList();
  }

  private static boolean isRight(Aftermath evidence, Lead lead) {
    var deadlines = deadlines(lead);
    return switch (lead.standing().place()) {
      case ANNOUNCED ->
          deadlines.acceptBy().isPresent()
              && deadlines.notWorked().filter(at -> isNotWorked(evidence, lead, at)).isPresent()
              && deadlines.notQualified().isEmpty();
      case SAL ->
          deadlines.acceptBy().isEmpty()
              && deadlines.notWorked().isEmpty()
              && deadlines.notQualified().isPresent();
      case SUSPECT, PROSPECT, RECYCLED, WAITING, SQL, CUSTOMER, DISQUALIFIED ->
          deadlines.equals(Deadlines.NONE) || isToBeAnswered(lead, deadlines);
    };
  }

  /** What a return left open has a clock of its own, where there is a team. */
  private static boolean isToBeAnswered(Lead lead, Deadlines deadlines) {
    var steps = deadlines.steps();
    return deadlines.equals(new Deadlines(NEVER, NEVER, NEVER, NEVER, deadlines.calendar(), steps))
        && steps.stream().allMatch(step -> step.what() == ClockStep.UNANSWERED)
        && lead.standing().givenBack().filter(GivenBack::asks).isPresent();
  }

  /** As sales was told first, or when it was sent to another queue. */
  private static boolean isNotWorked(Aftermath evidence, Lead lead, Instant at) {
    return notWorked(evidence, lead).filter(at::equals).isPresent()
        || evidence.history(lead.id()).stream()
            .filter(entry -> entry.why().equals("wrong-queue"))
            .anyMatch(
                entry ->
                    evidence.witness().publications().stream()
                        .map(it -> it.model().recycle().after().orElseThrow())
                        .anyMatch(after -> entry.at().plus(after).equals(at)));
  }

  /** By the model in force when sales was told, whatever was published since. */
  private static Optional<Instant> notWorked(Aftermath evidence, Lead lead) {
    return evidence.cycles().stream()
        .filter(cycle -> cycle.lead().equals(lead.id()))
        .filter(cycle -> cycle.told().number() == lead.standing().cycle())
        .findFirst()
        .flatMap(cycle -> cycle.announced().map(told -> notWorked(evidence, cycle, told.at())));
  }

  private static Instant notWorked(Aftermath evidence, Cycle cycle, Instant told) {
    var on = cycle.told().announced().orElse(cycle.told().qualification());
    var model = evidence.publication(on.publication()).model();
    return told.plus(model.recycle().after().orElseThrow());
  }

  private static Deadlines deadlines(Lead lead) {
    return lead.standing().deadlines();
  }

  /** Who waits is shown, and marketing was told what for; nobody else is shown. */
  static List<String> wronglyWaiting(Aftermath evidence) {
    var shown =
        evidence.living().stream()
            .filter(
                lead ->
                    lead.standing().waiting().isPresent() != evidence.waiting().contains(lead.id()))
            .map(lead -> lead.id() + " is " + lead.standing().place() + " and shown otherwise");
    var told =
        evidence.outbox().values().stream()
            .filter(kept -> kept.notice().id().kind() == NoticeId.Kind.WAITING)
            .map(kept -> kept.notice().why())
            .collect(Collectors.toSet());
    var waiting =
        evidence.living().stream()
            .flatMap(lead -> lead.standing().waiting().stream())
            .filter(it -> !told.contains(it.words()))
            .map(it -> "marketing was not told of " + it.words());
    return Stream.concat(shown, waiting).toList();
  }

  /** Nobody stays, unaccepted, who withdrew consent, is excluded or has cooled down. */
  static List<String> keptInVain(Aftermath evidence) {
    return evidence.living().stream()
        .filter(lead -> lead.stage() == Stage.MQL && lead.card().publication() > 0)
        .filter(lead -> isKeptInVain(lead, CardLaws.offline(evidence, lead)))
        .map(lead -> lead.id() + " is " + lead.standing().place() + " in vain")
        .toList();
  }

  private static boolean isKeptInVain(Lead lead, Scorecard card) {
    var isExcluded = card.qualifies().excluded().isPresent() && !lead.standing().isHandedOver();
    var isPatient = deadlines(lead).acceptBy().filter(card.asOf()::isBefore).isPresent();
    var isCold = card.qualifies().exit() && card.qualifies().fastTrack().isEmpty();
    return card.withdrawn() || isExcluded || (isCold && !isPatient && !isSaidToWait(lead));
  }

  /** Whom an import calls qualified waits whatever the scores say. */
  private static boolean isSaidToWait(Lead lead) {
    return lead.standing().waiting().isPresent() && lead.standing().why().equals("imported");
  }
}
