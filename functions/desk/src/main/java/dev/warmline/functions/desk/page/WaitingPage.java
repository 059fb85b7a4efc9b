package dev.warmline.functions.desk.page;

import dev.warmline.aws.api.ApiResponse;
import dev.warmline.functions.desk.api.Work;
import dev.warmline.functions.desk.page.ActForm.Field;
import dev.warmline.functions.desk.page.ActForm.Kind;
import dev.warmline.lead.Lead;
import dev.warmline.lead.Pace;
import dev.warmline.team.Role;
import dev.warmline.usecase.ReleaseWaiting.Waiting;
import gg.jte.generated.precompiled.JtewaitingGenerated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /desk/waiting}: who qualified without that sales has heard of it; marketing decides. */
final class WaitingPage extends MenuPage {
  private static final String PATH = "/desk/waiting";

  private static final String LEADS = "leads";
  private static final String MOST = "most";
  private static final String QUEUE = "queue";
  private static final String DO = "do";

  /** How many are looked at, and how many shown. */
  private static final int MOST_READ = 500;

  private static final int SHOWN = 100;

  /** How many are let go at once where no pace says how many sales is used to. */
  private static final int USUAL = 5;

  private final Work work;

  WaitingPage(Work work) {
    super("Waiting", PATH);
    this.work = work;
  }

  @Override
  public ApiResponse show(Visit visit) {
    var view = view(visit);
    return visit.page(
        "Waiting", (out, frame) -> JtewaitingGenerated.render(out, null, frame, view));
  }

  private WaitingView view(Visit visit) {
    var queue = queue(visit.query(QUEUE), visit);
    var all = work.waiting().list(queue, MOST_READ);
    var shown = all.stream().limit(SHOWN).toList();
    var why =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.why().words(), LinkedHashMap::new, Collectors.counting()));
    var rows = shown.stream().flatMap(one -> row(visit, one).stream()).toList();
    var pace = work.pace().find(queue);
    return new WaitingView(
        rows,
        all.size(),
        why.entrySet().stream().map(it -> it.getValue() + " " + it.getKey()).toList(),
        List.copyOf(visit.who().team().queues().keySet()),
        queue.orElse(""),
        pace.map(it -> words(visit, it)),
        mayDecide(visit) ? forms(visit, queue, shown, pace) : List.of(),
        mayDecide(visit)
            ? Optional.empty()
            : Optional.of("Marketing and whoever leads a team decide who goes on."));
  }

  private static Optional<String> queue(Optional<String> asked, Visit visit) {
    return asked.filter(visit.who().team().queues()::containsKey);
  }

  private static boolean mayDecide(Visit visit) {
    return visit.who().person().role() != Role.SALES;
  }

  private static String words(Visit visit, Pace pace) {
    return pace.perDay()
        + " a day"
        + pace.due()
            .map(at -> ", the next " + visit.times().at(at).words())
            .orElse(", paused: nobody goes on by itself");
  }

  private Optional<WaitingView.Row> row(Visit visit, Waiting one) {
    return work.leads().findLead(one.lead()).map(lead -> row(visit, one, lead));
  }

  private WaitingView.Row row(Visit visit, Waiting one, Lead lead) {
    var may = mayDecide(visit);
    return new WaitingView.Row(
        visit.link("/desk/leads/" + lead.id().value()),
        People.name(lead),
        People.work(lead),
        one.why().words(),
        one.tier().word(),
        String.valueOf(Math.round(one.points())),
        one.queue().orElse("no queue"),
        visit.times().at(one.why().since()),
        may
            ? Optional.of(form(visit, "Release", hidden("release", List.of(one)), List.of()))
            : Optional.empty(),
        may
            ? Optional.of(form(visit, "Drop", hidden("drop", List.of(one)), List.of()))
            : Optional.empty());
  }

  /**
   * The same forms always name whom they are about, so that sending one twice does nothing more.
   */
  private static List<ActForm> forms(
      Visit visit, Optional<String> queue, List<Waiting> shown, Optional<Pace> pace) {
    var forms = new ArrayList<ActForm>();
    if (!shown.isEmpty()) {
      var most = Math.min(pace.map(Pace::perDay).orElse(USUAL), shown.size());
      var many = Field.usually(MOST, "How many, the likeliest first", Kind.NUMBER, most);
      forms.add(form(visit, "Release", hidden("release", shown), List.of(many)));
    }
    var perDay = Field.of(MOST, "So many a day from now on", Kind.NUMBER, true);
    forms.add(form(visit, "Set the pace", paced("pace", queue), List.of(perDay)));
    pace.map(it -> it.due().isPresent() ? "pause" : "resume")
        .map(it -> form(visit, ActFields.words(it) + " the pace", paced(it, queue), List.of()))
        .ifPresent(forms::add);
    return forms;
  }

  private static ActForm form(
      Visit visit, String button, Map<String, String> hidden, List<Field> fields) {
    return new ActForm(visit.link(PATH), button, hidden, fields);
  }

  private static Map<String, String> hidden(String what, List<Waiting> whom) {
    var hidden = new LinkedHashMap<String, String>();
    hidden.put(DO, what);
    hidden.put(LEADS, whom.stream().map(WaitingPage::name).collect(Collectors.joining(" ")));
    return hidden;
  }

  private static Map<String, String> paced(String what, Optional<String> queue) {
    var hidden = new LinkedHashMap<String, String>();
    hidden.put(DO, what);
    queue.ifPresent(name -> hidden.put(QUEUE, name));
    return hidden;
  }

  private static String name(Waiting one) {
    return one.lead().value() + "." + one.cycle();
  }

  @Override
  public ApiResponse post(Visit visit, Form form) {
    if (!mayDecide(visit)) {
      return visit.refused(
          403,
          "Not done: sales does not decide who goes on",
          "Ask marketing, or somebody who leads a team.");
    }
    var number = form.text(MOST).map(WaitingPage::number);
    if (number.filter(it -> it < 1 || it > Pace.MOST).isPresent()) {
      return visit.again(
          422,
          "This needs a number from 1 to " + Pace.MOST,
          "Say it and send it again.",
          "Send",
          form);
    }
    return decide(visit, form, number);
  }

  private ApiResponse decide(Visit visit, Form form, Optional<Integer> number) {
    var queue = queue(form.text(QUEUE), visit);
    switch (form.text(DO).orElse("")) {
      case "release", "drop" -> goOn(visit, form, number.orElse(SHOWN));
      case "pace" -> work.pace().set(queue, number.orElse(Pace.LEAST_MEAN), visit.now());
      case "pause" -> work.pace().pause(queue);
      case "resume" -> work.pace().resume(queue, visit.now());
      default -> {
        return visit.refused(
            422, "This form is not whole", "Open the page again and choose again.");
      }
    }
    return visit.goOn(PATH + queue.map(it -> "?queue=" + it).orElse(""));
  }

  private void goOn(Visit visit, Form form, int most) {
    var named =
        Stream.of(form.text(LEADS).orElse("").split(" ")).limit(Math.min(most, SHOWN)).toList();
    var who = visit.who().person().id();
    work.waiting().list(Optional.empty(), MOST_READ).stream()
        .filter(one -> named.contains(name(one)))
        .forEach(
            one -> {
              if (form.text(DO).equals(Optional.of("drop"))) {
                work.waiting().drop(one, who, visit.now());
              } else {
                work.waiting().release(one, who, visit.now());
              }
            });
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
