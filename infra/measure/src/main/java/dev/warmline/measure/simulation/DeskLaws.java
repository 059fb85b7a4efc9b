package dev.warmline.measure.simulation;

import dev.warmline.event.Event;
import dev.warmline.event.Profile;
import dev.warmline.lead.Answer;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.Done;
import dev.warmline.lead.GivenBack;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Outcomes;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import dev.warmline.lead.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Laws of what people decide about leads. */
final class DeskLaws {
  /** A due that failed is worked on again this much later. */
  private static final Duration LATE = Duration.ofMinutes(15);

  private static final Set<Stage> WITH_SALES = Set.of(Stage.SAL, Stage.SQL);
  private static final Set<String> RECORDED = Set.of("contacted", "noted", "answered");

  private DeskLaws() {}

  /** The histories are a replay of the outcomes that moved somebody, and nothing else. */
  static List<String> unlikeTheLog(Aftermath evidence) {
    if (evidence.hasPoison()) {
      return List.of();
    }
    var balance = new TreeMap<String, Integer>();
    moved(evidence).forEach(act -> balance.merge(act, 1, Integer::sum));
    steps(evidence).forEach(act -> balance.merge(act, -1, Integer::sum));
    var unlike =
        balance.entrySet().stream()
            .filter(act -> act.getValue() != 0)
            .map(act -> act.getKey() + ": " + act.getValue() + " times more in the log");
    return Stream.of(unlike, marks(evidence), consents(evidence)).flatMap(it -> it).toList();
  }

  private static Map<String, Done> acts(Aftermath evidence) {
    var acts = new HashMap<String, Done>();
    evidence.events().stream()
        .flatMap(event -> Outcomes.read(event).stream())
        .forEach(act -> acts.putIfAbsent(act.id(), act));
    return acts;
  }

  private static Stream<String> moved(Aftermath evidence) {
    return acts(evidence).values().stream()
        .flatMap(
            act ->
                answer(evidence, act.id())
                    .filter(answer -> answer.kind() == Answer.Kind.MOVED)
                    .map(answer -> act.actor().who() + ": " + answer.why())
                    .stream());
  }

  private static Optional<Answer> answer(Aftermath evidence, String act) {
    return Optional.ofNullable(evidence.answers().get(act));
  }

  private static Stream<String> steps(Aftermath evidence) {
    return evidence.histories().values().stream()
        .flatMap(List::stream)
        .filter(entry -> !entry.who().equals("warmline"))
        .filter(entry -> !entry.who().startsWith(Workload.MARKETER))
        .map(entry -> entry.who() + ": " + entry.why());
  }

  /** What moves nobody is in the record of a cycle no more often than it was done. */
  private static Stream<String> marks(Aftermath evidence) {
    var done =
        acts(evidence).values().stream()
            .filter(act -> answer(evidence, act.id()).filter(it -> !it.isRefused()).isPresent())
            .map(act -> act.actor().who() + ": " + act.act().word())
            .collect(Collectors.groupingBy(act -> act, Collectors.counting()));
    return evidence.cycles().stream()
        .flatMap(cycle -> cycle.told().marks().stream())
        .filter(mark -> RECORDED.contains(mark.act()))
        .map(mark -> mark.by() + ": " + mark.act())
        .collect(Collectors.groupingBy(act -> act, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(mark -> mark.getValue() > done.getOrDefault(mark.getKey(), 0L))
        .map(mark -> mark.getKey() + " is recorded " + mark.getValue() + " times");
  }

  /** Who is given back as not to be contacted has withdrawn consent. */
  private static Stream<String> consents(Aftermath evidence) {
    var logged = evidence.events().stream().map(Event::id).collect(Collectors.toSet());
    return evidence.events().stream()
        .filter(event -> event.text("reason").filter("do-not-contact"::equals).isPresent())
        .filter(event -> isMoved(evidence, event))
        .filter(event -> !logged.contains(Outcomes.withdrawal(event).id()))
        .map(event -> event.id() + " ended no consent");
  }

  private static boolean isMoved(Aftermath evidence, Event event) {
    return Outcomes.read(event)
        .flatMap(act -> answer(evidence, act.id()))
        .filter(answer -> answer.kind() == Answer.Kind.MOVED)
        .isPresent();
  }

  static List<String> toldOtherwise(Aftermath evidence) {
    return evidence.witness().told().stream()
        .filter(told -> !answer(evidence, told.act().id()).equals(Optional.of(told.answer())))
        .map(told -> told.act() + " was told " + told.answer() + ", and that is not its answer")
        .toList();
  }

  static List<String> wronglyOwned(Aftermath evidence) {
    var told =
        evidence.witness().told().stream()
            .filter(it -> it.act().fields().path("act").asText().equals("accepted"))
            .filter(it -> !isTrue(evidence, it))
            .map(it -> it.act() + " was told " + it.answer() + ", which nothing bears out");
    var owners =
        evidence.living().stream()
            .filter(lead -> !isOfWhoAccepted(evidence, lead, evidence.history(lead.id())))
            .map(
                lead ->
                    lead.id() + " is " + lead.standing().assignment() + ", not of whom took it");
    var taken =
        evidence
            .rota()
            .all()
            .filter(held -> isTakenFromAnother(evidence, held))
            .map(held -> held.lead() + " was taken at " + held.at() + " by who came second");
    return Stream.of(told, owners, taken).flatMap(it -> it).toList();
  }

  /** Nothing was done but accept it, and somebody else had it. */
  private static boolean isTakenFromAnother(Aftermath evidence, Rota.Held held) {
    return held.sameCycle()
            .filter(before -> WITH_SALES.contains(before.stage()) && before.owner().isPresent())
            .filter(before -> !before.owner().equals(held.now().owner()))
            .isPresent()
        && TeamLaws.isBy(evidence, held, mark -> mark.act().equals("accepted"))
        && !TeamLaws.isBy(evidence, held, mark -> !mark.act().equals("accepted"));
  }

  private static boolean isOfWhoAccepted(Aftermath evidence, Lead lead, List<StageEntry> history) {
    return lead.stage() != Stage.SAL
        || !history.getLast().why().equals("accepted")
        || evidence.rota().of(lead.id()).stream()
            .filter(held -> held.now().position().entries() == history.size())
            .findFirst()
            .filter(
                held ->
                    held.now().owner().equals(Optional.of(history.getLast().who()))
                        || TeamLaws.isBy(evidence, held, mark -> isAssigned(mark, held)))
            .isPresent();
  }

  /** One write may hold the acceptance and that somebody took it from them. */
  private static boolean isAssigned(CycleRecord.Mark mark, Rota.Held held) {
    return mark.act().equals("assigned")
        && Optional.of(mark.details().path("owner").asText()).equals(held.now().owner());
  }

  private static boolean isTrue(Aftermath evidence, Witness.Told told) {
    var person = told.act().person();
    return switch (told.answer().kind()) {
      case MOVED -> true;
      case STAYED ->
          stepsOf(evidence, told.act().who()).anyMatch(step -> hasNoOtherOwner(step, person))
              || hasHad(evidence, told, person)
              || told.answer().why().startsWith("conflict");
      case REFUSED -> {
        var why = told.answer().why().split(" has it since ", 2);
        yield why.length == 1
            || (!why[0].equals(person)
                && (stepsOf(evidence, told.act().who()).anyMatch(step -> took(step, why[0]))
                    || hasHad(evidence, told, why[0])));
      }
    };
  }

  /** Whether it was assigned to a person while sales worked on it. */
  private static boolean hasHad(Aftermath evidence, Witness.Told told, String person) {
    return leadsOf(evidence, told.act().who())
        .flatMap(id -> evidence.rota().of(id).stream())
        .map(Rota.Held::now)
        .anyMatch(it -> WITH_SALES.contains(it.stage()) && it.owner().equals(Optional.of(person)));
  }

  private static Stream<StageEntry> stepsOf(Aftermath evidence, String who) {
    return leadsOf(evidence, who).flatMap(id -> evidence.history(id).stream());
  }

  private static Stream<LeadId> leadsOf(Aftermath evidence, String who) {
    var user = Profile.user(who).orElseThrow().key();
    return evidence.living().stream()
        .filter(lead -> lead.identity().has(user))
        .flatMap(
            lead ->
                evidence.leads().keySet().stream()
                    .filter(id -> evidence.survivorOf(id, evidence.now()).equals(lead.id())));
  }

  private static boolean took(StageEntry step, String person) {
    return step.who().equals(person) && WITH_SALES.contains(step.to());
  }

  private static boolean hasNoOtherOwner(StageEntry step, String person) {
    return step.to() == Stage.CUSTOMER
        || took(step, person)
        || (WITH_SALES.contains(step.to()) && step.why().equals("imported"));
  }

  /** Unless the person is excluded by then or has withdrawn consent. */
  static List<String> brokenPromises(Aftermath evidence) {
    return evidence.living().stream()
        .filter(lead -> lead.standing().place() == Standing.Place.RECYCLED)
        .filter(lead -> promised(lead).filter(evidence.now().minus(LATE)::isAfter).isPresent())
        .filter(lead -> !isBarred(evidence, lead))
        .map(lead -> lead.id() + " was promised for " + promised(lead) + " and is still recycled")
        .toList();
  }

  private static Optional<Instant> promised(Lead lead) {
    return lead.standing().givenBack().flatMap(GivenBack::until);
  }

  private static boolean isBarred(Aftermath evidence, Lead lead) {
    var card = CardLaws.offline(evidence, lead);
    return card.withdrawn() || card.qualifies().excluded().isPresent();
  }
}
