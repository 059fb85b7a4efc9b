package dev.warmline.functions.desk.page;

import dev.warmline.aws.api.ApiResponse;
import dev.warmline.functions.desk.api.QueueFilter;
import dev.warmline.functions.desk.api.QueueFilter.Asked;
import dev.warmline.functions.desk.api.Work;
import dev.warmline.lead.Lead;
import dev.warmline.team.TeamQueue;
import dev.warmline.usecase.DeskRights;
import dev.warmline.usecase.DeskRights.Right;
import dev.warmline.usecase.ListQueue;
import gg.jte.generated.precompiled.JtequeueGenerated;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /desk/queue}: who is next, with their clocks running. */
final class QueuePage extends MenuPage {
  /** How many leads a page shows: with style and script it stays under 60 KB. */
  private static final int SHOWN = 30;

  private static final String ALL = "all";
  private static final int LONGEST_PLACE = 300;

  private final Work work;

  QueuePage(Work work) {
    super("Queue", Pages.HOME);
    this.work = work;
  }

  @Override
  public ApiResponse show(Visit visit) {
    var filter = new QueueFilter(visit.who(), work.models().current(visit.now()).model());
    var mine = mine(visit);
    var usual =
        visit.query("queue").isEmpty() && !mine.isEmpty()
            ? Optional.of(mine)
            : Optional.<List<String>>empty();
    return switch (filter.read(name -> asked(visit, name), usual)) {
      case Asked.For(var wanted) -> {
        var after = visit.query("after").filter(it -> it.length() <= LONGEST_PLACE);
        var page = work.list().queue(wanted, after, SHOWN);
        var view = view(visit, filter, mine, page);
        yield visit.page("Queue", (out, frame) -> JtequeueGenerated.render(out, null, frame, view));
      }
      case Asked.Unknown(var why) ->
          visit.refused(422, "The list cannot be shown: " + why.what(), "Choose from the menu.");
    };
  }

  private static Optional<String> asked(Visit visit, String name) {
    return visit.query(name).filter(it -> !(name.equals("queue") && it.equals(ALL)));
  }

  /** The queues that somebody serves. */
  private static List<String> mine(Visit visit) {
    var id = visit.who().person().id();
    return visit.who().team().queues().values().stream()
        .filter(queue -> queue.members().contains(id))
        .map(TeamQueue::name)
        .toList();
  }

  private QueueView view(Visit visit, QueueFilter filter, List<String> mine, ListQueue.Page page) {
    var key = Form.newKey();
    var rows = page.leads().stream().map(lead -> row(visit, lead, key)).toList();
    return new QueueView(
        rows,
        choices(visit, filter, mine),
        page.next()
            .map(next -> visit.link(Pages.HOME) + QueryText.of(visit.request(), "after", next)),
        visit.query("after").isPresent(),
        isFiltered(visit));
  }

  private static boolean isFiltered(Visit visit) {
    return List.of("queue", "owner", "segment", "stage").stream()
        .anyMatch(name -> visit.query(name).isPresent());
  }

  private static List<QueueView.Choice> choices(
      Visit visit, QueueFilter filter, List<String> mine) {
    var queues = new LinkedHashMap<String, String>();
    if (!mine.isEmpty()) {
      queues.put("", "My queues");
    }
    queues.put(mine.isEmpty() ? "" : ALL, "All queues");
    filter.queues().forEach(queue -> queues.put(queue, queue));
    var owners = new LinkedHashMap<String, String>();
    owners.put("", "Everybody");
    owners.put("me", "Me");
    visit.who().team().people().values().forEach(it -> owners.put(it.id(), it.name()));
    return List.of(
        choice(visit, "queue", "Queue", queues),
        choice(visit, "owner", "Owner", owners),
        choice(visit, "segment", "Segment", withAll("All segments", filter.segments())),
        choice(visit, "stage", "Stage", withAll("All stages", QueueFilter.stages())));
  }

  private static Map<String, String> withAll(String all, List<String> known) {
    var options = new LinkedHashMap<String, String>();
    options.put("", all);
    known.forEach(it -> options.put(it, it));
    return options;
  }

  private static QueueView.Choice choice(
      Visit visit, String name, String label, Map<String, String> options) {
    return new QueueView.Choice(name, label, options, visit.query(name).orElse(""));
  }

  private static QueueView.Row row(Visit visit, Lead lead, String key) {
    var team = visit.who().team();
    var standing = lead.standing();
    var path = "/desk/leads/" + lead.id().value();
    return new QueueView.Row(
        lead.id().value(),
        visit.link(path),
        People.name(lead),
        People.work(lead),
        standing.why(),
        LeadWords.isHot(lead),
        LeadWords.points(lead),
        LeadWords.grade(lead),
        standing.stage().word(),
        standing.assignment().queue().orElse("no queue"),
        People.owner(team, standing.owner()),
        standing.owner().equals(Optional.of(visit.who().person().id())),
        LeadWords.next(lead, visit.times()),
        take(visit, lead, path, key));
  }

  /** The button that takes a lead, for whoever may and has not. */
  private static Optional<ActForm> take(Visit visit, Lead lead, String path, String key) {
    var standing = lead.standing();
    var right = DeskRights.of(visit.who().person(), visit.who().team(), "accepted", standing);
    if (!standing.isToTake() || right instanceof Right.Denied) {
      return Optional.empty();
    }
    var hidden = Acting.hidden("accepted", key + "-" + lead.id().value());
    hidden.put("cycle", String.valueOf(standing.cycle()));
    var button = right instanceof Right.OnlyByTaking ? "Take over" : "Take";
    return Optional.of(new ActForm(visit.link(path), button, hidden, List.of()));
  }
}
