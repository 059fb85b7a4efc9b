package dev.warmline.functions.desk.page;

import dev.warmline.functions.desk.page.ActForm.Field;
import dev.warmline.functions.desk.page.ActForm.Kind;
import dev.warmline.functions.desk.page.LeadActs.Panel;
import dev.warmline.handoff.Agreement;
import dev.warmline.lead.GivenBack;
import dev.warmline.lead.Lead;
import dev.warmline.lead.Standing.Place;
import dev.warmline.rule.Model;
import dev.warmline.rule.ReturnReason;
import dev.warmline.team.Role;
import dev.warmline.usecase.DeskRights;
import dev.warmline.usecase.DeskRights.Right;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what somebody may do to a lead where it stands, each act with the fields it needs. */
final class LeadForms {
  private final Visit visit;
  private final Lead lead;
  private final Model model;
  private final String key = Form.newKey();

  LeadForms(Visit visit, Lead lead, Model model) {
    this.visit = visit;
    this.lead = lead;
    this.model = model;
  }

  /** What may be done at each place, what is usual first. */
  private static List<String> at(Place place) {
    return switch (place) {
      case SUSPECT, PROSPECT -> List.of("handed-over", "noted", "disqualified");
      case RECYCLED -> List.of("answered", "handed-over", "noted", "disqualified");
      case WAITING -> List.of("released", "dropped", "noted", "disqualified");
      case ANNOUNCED ->
          List.of(
              "accepted",
              "returned",
              "qualified",
              "contacted",
              "noted",
              "assigned",
              "introduced",
              "won",
              "disqualified");
      case SAL ->
          List.of(
              "qualified",
              "contacted",
              "returned",
              "noted",
              "lost",
              "assigned",
              "introduced",
              "won",
              "disqualified");
      case SQL ->
          List.of(
              "won",
              "lost",
              "contacted",
              "returned",
              "noted",
              "assigned",
              "introduced",
              "disqualified");
      case CUSTOMER -> List.of("noted", "contacted", "assigned", "reopened");
      case DISQUALIFIED -> List.of("reopened", "noted");
    };
  }

  /** What may be done with it, what is usual first: where it is nobody's, to take it. */
  private List<String> usual() {
    var standing = lead.standing();
    return standing.isToTake() && standing.place() != Place.ANNOUNCED
        ? Stream.concat(Stream.of("accepted"), at(standing.place()).stream()).toList()
        : at(standing.place());
  }

  LeadActs all() {
    var may = usual().stream().filter(this::may).toList();
    var main =
        may.stream()
            .filter(act -> ActFields.of(act).isEmpty() && !act.equals("dropped"))
            .findFirst();
    var panels =
        may.stream()
            .filter(act -> !main.equals(Optional.of(act)) && !act.equals("returned"))
            .flatMap(act -> panels(act).stream())
            .toList();
    return new LeadActs(
        undoable().map(_ -> form("undone", "Undo", List.of())),
        undoable().map(_ -> "You did the last act: " + done()).orElse(""),
        main.map(act -> form(act, ActFields.button(act), List.of())),
        may.contains("returned") ? reasons() : List.of(),
        panels,
        may.stream().allMatch("noted"::equals) ? Optional.of(why()) : Optional.empty());
  }

  private boolean may(String act) {
    var asks = lead.standing().givenBack().filter(GivenBack::asks).isPresent();
    return (asks || !act.equals("answered")) && !(right(act) instanceof Right.Denied);
  }

  private Right right(String act) {
    return DeskRights.of(visit.who().person(), visit.who().team(), act, lead.standing());
  }

  /** The words of the act that is usual and that they may not do. */
  private String why() {
    return right(usual().getFirst()) instanceof Right.Denied(var why, var mend)
        ? why + "; " + mend
        : "nothing is to be done now";
  }

  private Optional<Instant> undoable() {
    var standing = lead.standing();
    return standing
        .lastAct()
        .flatMap(it -> it.undoableBy(visit.who().person().id(), standing.position().entries()))
        .filter(visit.now()::isBefore);
  }

  private String done() {
    return lead.standing().why()
        + ", "
        + visit.times().at(lead.standing().lastAct().orElseThrow().at()).words();
  }

  private List<Panel> panels(String act) {
    return switch (act) {
      case "assigned" ->
          List.of(
              new Panel("Give to a colleague", form(act, "Give", List.of(colleagues()))),
              new Panel("Move to another queue", form(act, "Move", List.of(queues()))));
      case "lost" ->
          List.of(new Panel(ActFields.title(act), form(act, ActFields.button(act), lost())));
      default ->
          List.of(
              new Panel(ActFields.title(act), form(act, ActFields.button(act), ActFields.of(act))));
    };
  }

  private ActForm form(String act, String button, List<Field> fields) {
    var hidden = Acting.hidden(act, key + "-" + act);
    if (lead.standing().cycle() > 0 && !act.equals("undone")) {
      hidden.put("cycle", String.valueOf(lead.standing().cycle()));
    }
    return new ActForm(visit.link(LeadPage.path(lead)), button, hidden, fields);
  }

  /** A reason that asks for more has a form of its own. */
  private List<LeadActs.Reason> reasons() {
    return model.returnReasons().isEmpty()
        ? List.of(
            new LeadActs.Reason(
                "Give it back",
                "back to marketing",
                given("", List.of(Field.of("reason", "Reason", Kind.LINE, true)))))
        : model.returnReasons().stream().map(this::reason).toList();
  }

  private LeadActs.Reason reason(ReturnReason reason) {
    var fields = new ArrayList<Field>();
    if (reason.path() == ReturnReason.Path.QUEUE) {
      fields.add(queues());
    }
    if (reason.promise() instanceof ReturnReason.Promise.Asked) {
      fields.add(Field.of("until", "Day it comes again", Kind.DAY, false));
    }
    if (reason.note()) {
      fields.add(Field.of("note", "Note", Kind.LINES, true));
    }
    return new LeadActs.Reason(
        ActFields.words(reason.name()),
        Agreement.consequences(reason),
        given(reason.name(), fields));
  }

  private ActForm given(String reason, List<Field> fields) {
    var form = form("returned", "Return", fields);
    var hidden = new LinkedHashMap<>(form.hidden());
    if (!reason.isEmpty()) {
      hidden.put("reason", reason);
    }
    hidden.put(Form.KEY, key + "-returned-" + reason.hashCode());
    var button = reason.isEmpty() || !fields.isEmpty() ? "Return" : ActFields.words(reason);
    return new ActForm(form.action(), button, hidden, fields);
  }

  private List<Field> lost() {
    var reasons = new LinkedHashMap<String, String>();
    model.returnReasons().forEach(it -> reasons.put(it.name(), ActFields.words(it.name())));
    var reason =
        reasons.isEmpty()
            ? Field.of("reason", "Reason", Kind.LINE, true)
            : Field.choice("reason", "Reason", reasons);
    return List.of(reason, Field.of("note", "Note", Kind.LINES, false));
  }

  private Field colleagues() {
    var options = new LinkedHashMap<String, String>();
    var team = visit.who().team();
    var queue = lead.standing().assignment().queue().flatMap(team::queue);
    queue.ifPresent(it -> it.members().forEach(id -> options.put(id, People.member(team, id))));
    team.people().values().stream()
        .filter(person -> person.role() != Role.MARKETING)
        .forEach(person -> options.putIfAbsent(person.id(), person.name()));
    return Field.choice("owner", "Who is to have it", options);
  }

  private Field queues() {
    var options = new LinkedHashMap<String, String>();
    visit.who().team().queues().keySet().forEach(name -> options.put(name, name));
    lead.standing().assignment().queue().ifPresent(options::remove);
    return Field.choice("queue", "Queue", options);
  }
}
