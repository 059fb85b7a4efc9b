package dev.warmline.functions.desk.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.aws.dynamo.TeamPublisher.Draft;
import dev.warmline.functions.desk.api.Work;
import dev.warmline.functions.desk.page.ActForm.Field;
import dev.warmline.functions.desk.page.ActForm.Kind;
import dev.warmline.team.Absences;
import dev.warmline.team.Away;
import dev.warmline.team.QueueTurns;
import dev.warmline.team.Role;
import dev.warmline.team.Team;
import dev.warmline.team.TeamMember;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.TeamQueue;
import gg.jte.generated.precompiled.JteteamGenerated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /desk/team}: who is on, who is away, and how much everybody has. */
final class TeamPage extends MenuPage {
  static final String PATH = "/desk/team";

  private static final String DO = "do";
  private static final String PERSON = "person";

  private final Work work;
  private final LeadsInHand hands;

  TeamPage(Work work) {
    super("Team", PATH);
    this.work = work;
    this.hands = new LeadsInHand(work);
  }

  @Override
  public ApiResponse show(Visit asked) {
    var visit = work.teams().current().map(asked::with).orElse(asked);
    var team = visit.who().team();
    var turns =
        team.queues().keySet().stream()
            .collect(
                Collectors.toMap(
                    queue -> queue, work.turns()::find, (one, _) -> one, LinkedHashMap::new));
    var people =
        team.people().values().stream()
            .map(it -> person(visit, it, turns))
            .sorted(Comparator.comparing(it -> !it.isMe()))
            .toList();
    var queues = team.queues().values().stream().map(it -> queue(team, it, turns)).toList();
    var view = new TeamView(people, queues);
    return visit.page("Team", (out, frame) -> JteteamGenerated.render(out, null, frame, view));
  }

  private static TeamView.Queue queue(Team team, TeamQueue queue, Map<String, QueueTurns> turns) {
    var given = turns.getOrDefault(queue.name(), QueueTurns.none(queue.name()));
    var members =
        queue.members().stream().map(it -> People.member(team, it) + " " + given.open(it)).toList();
    return new TeamView.Queue(
        queue.name(),
        queue.ownedByCrm() ? "the CRM assigns" : queue.give().word(),
        queue.capacity().map(most -> "at most " + most + " each").orElse(""),
        members);
  }

  private TeamView.Member person(Visit visit, TeamMember person, Map<String, QueueTurns> turns) {
    var team = visit.who().team();
    var serves =
        team.queues().values().stream()
            .filter(queue -> queue.members().contains(person.id()))
            .map(TeamQueue::name)
            .toList();
    var open = turns.values().stream().mapToInt(it -> it.open(person.id())).sum();
    var today = LocalDate.ofInstant(visit.now(), visit.zone());
    var away = person.away().stream().filter(it -> !it.to().isBefore(today)).toList();
    var isOn = serves.stream().anyMatch(queue -> isOn(visit, person, queue));
    var state =
        person.isAwayOn(today) ? "away" : serves.isEmpty() ? "" : isOn ? "on" : "out of hours";
    return new TeamView.Member(
        person.id(),
        person.name(),
        person.id().equals(visit.who().person().id()),
        person.role().word(),
        state,
        away.stream().map(Away::toString).toList(),
        serves,
        open,
        maySet(visit, person.id()) ? forms(visit, person, !away.isEmpty(), open) : List.of());
  }

  private static boolean isOn(Visit visit, TeamMember person, String queue) {
    var team = visit.who().team();
    return team.calendarOf(queue).isOpen(visit.now())
        && team.isPresent(person.id(), queue, visit.now());
  }

  /** Everybody for themselves, whoever leads for all. */
  private static boolean maySet(Visit visit, String person) {
    var who = visit.who().person();
    return who.role() == Role.LEAD || who.id().equals(person);
  }

  private static List<ActForm> forms(Visit visit, TeamMember person, boolean isAway, int open) {
    var forms = new ArrayList<ActForm>();
    var today = LocalDate.ofInstant(visit.now(), visit.zone());
    forms.add(
        form(
            visit,
            "Set away",
            "away",
            person,
            List.of(
                Field.usually("from", "First day away", Kind.DAY, today),
                Field.usually("to", "Last day", Kind.DAY, today))));
    if (isAway) {
      forms.add(form(visit, "Back again", "back", person, List.of()));
    }
    if (open > 0) {
      forms.add(
          form(
              visit,
              "Hand over " + open + (open == 1 ? " lead" : " leads"),
              "hand",
              person,
              List.of(Field.choice("whom", "To", others(visit.who().team(), person)))));
    }
    return forms;
  }

  /** To whom somebody's leads may go. */
  private static Map<String, String> others(Team team, TeamMember person) {
    var others = new LinkedHashMap<String, String>();
    team.people().values().stream()
        .filter(it -> it.role() != Role.MARKETING && !it.id().equals(person.id()))
        .forEach(it -> others.put("owner " + it.id(), it.name()));
    team.queues().keySet().forEach(it -> others.put("queue " + it, "whoever is next in " + it));
    return others;
  }

  private static ActForm form(
      Visit visit, String button, String what, TeamMember person, List<Field> fields) {
    var hidden = new LinkedHashMap<String, String>();
    hidden.put(DO, what);
    hidden.put(PERSON, person.id());
    hidden.put(Form.KEY, Form.newKey());
    return new ActForm(visit.link(PATH), button, hidden, fields);
  }

  @Override
  public ApiResponse post(Visit visit, Form form) {
    var person = form.text(PERSON).flatMap(visit.who().team()::person);
    if (person.isEmpty()) {
      return visit.refused(422, "This form is not whole", "Open the page again and choose again.");
    }
    if (!maySet(visit, person.get().id())) {
      return visit.refused(
          403,
          "Not done: this is not yours to say",
          "Ask " + person.get().name() + ", or somebody who leads a team.");
    }
    return switch (form.text(DO).orElse("")) {
      case "away" -> away(visit, form, person.get());
      case "back" -> back(visit, person.get());
      case "hand" -> hands.handOver(visit, form, person.get());
      default ->
          visit.refused(422, "This form is not whole", "Open the page again and choose again.");
    };
  }

  private ApiResponse away(Visit visit, Form form, TeamMember person) {
    var dates = Away.parse(form.text("from").orElse("") + ".." + form.text("to").orElse(""));
    if (dates.isEmpty()) {
      return visit.again(
          422,
          "This needs two days, the last not before the first",
          "Write them like 2026-08-03.",
          "Set away",
          form);
    }
    publish(
        visit,
        person,
        dates.get() + "",
        it -> Absences.with(it.source(), person.id(), dates.get()));
    return visit.goOn(PATH);
  }

  private ApiResponse back(Visit visit, TeamMember person) {
    var today = LocalDate.ofInstant(visit.now(), visit.zone());
    publish(visit, person, "back", it -> Absences.without(it.source(), person.id(), today));
    return visit.goOn(PATH);
  }

  /** What is in force may have changed since the page was shown. */
  private void publish(
      Visit visit, TeamMember person, String what, Function<TeamPublication, ObjectNode> change) {
    work.teams()
        .publish(
            before ->
                new Draft(
                    change.apply(before.orElse(visit.who().publication())),
                    person.id() + ": " + what),
            visit.who().person().id(),
            visit.now());
  }
}
