package dev.warmline.functions.desk.page;

import dev.warmline.aws.api.ApiResponse;
import dev.warmline.functions.desk.api.Work;
import dev.warmline.functions.desk.page.ActForm.Field;
import dev.warmline.functions.desk.page.ActForm.Kind;
import dev.warmline.lead.GivenBack;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.usecase.DeskRights;
import dev.warmline.usecase.DeskRights.Right;
import gg.jte.generated.precompiled.JtereturnedGenerated;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** {@code /desk/returned}: what sales gave back, and what of it marketing has to answer. */
final class ReturnedPage extends MenuPage {
  private static final String PATH = "/desk/returned";

  private static final int SHOWN = 50;
  private static final int LONGEST_PLACE = 300;
  private static final String ANSWERED = "answered";
  private static final String LEAD = "lead";

  private final Work work;
  private final Acting acting;

  ReturnedPage(Work work) {
    super("Returned", PATH);
    this.work = work;
    this.acting = new Acting(work);
  }

  @Override
  public ApiResponse show(Visit visit) {
    var after = visit.query("after").filter(it -> it.length() <= LONGEST_PLACE);
    var page = work.list().returned(after, SHOWN);
    var key = Form.newKey();
    var rows = page.leads().stream().flatMap(lead -> row(visit, lead, key).stream()).toList();
    var next = page.next().map(it -> visit.link(PATH) + QueryText.of(visit.request(), "after", it));
    var view = new ReturnedView(rows, next, after.isPresent());
    return visit.page(
        "Returned", (out, frame) -> JtereturnedGenerated.render(out, null, frame, view));
  }

  private Optional<ReturnedView.Row> row(Visit visit, Lead lead, String key) {
    return lead.standing().givenBack().map(given -> row(visit, lead, given, key));
  }

  private ReturnedView.Row row(Visit visit, Lead lead, GivenBack given, String key) {
    var right = DeskRights.of(visit.who().person(), visit.who().team(), ANSWERED, lead.standing());
    return new ReturnedView.Row(
        visit.link("/desk/leads/" + lead.id().value()),
        lead.id().value(),
        People.name(lead),
        People.work(lead),
        given.reason(),
        given.note().orElse(""),
        People.member(visit.who().team(), given.by()),
        visit.times().at(lead.standing().since()),
        given.asks(),
        given.answerBy().map(at -> visit.times().clock("to answer", at)),
        given.until().map(at -> visit.times().clock("until it comes again", at)),
        given.asks() && !(right instanceof Right.Denied)
            ? Optional.of(answer(visit, lead, key))
            : Optional.empty());
  }

  private static ActForm answer(Visit visit, Lead lead, String key) {
    var hidden = Acting.hidden(ANSWERED, key + "-" + lead.id().value());
    hidden.put(LEAD, lead.id().value());
    var answers = new LinkedHashMap<String, String>();
    answers.put("mended", "Mended: it can go on");
    answers.put("nurture", "We nurture it");
    answers.put("rule", "A rule is to change");
    return new ActForm(
        visit.link(PATH),
        "Answer",
        hidden,
        List.of(
            Field.choice("answer", "Answer", answers),
            Field.of("note", "Note", Kind.LINES, false)));
  }

  @Override
  public ApiResponse post(Visit visit, Form form) {
    return form.text(LEAD)
        .flatMap(LeadId::parse)
        .map(lead -> acting.act(visit, lead, form, PATH))
        .orElseGet(
            () ->
                visit.refused(
                    422, "This form is not whole", "Open the page again and choose again."));
  }
}
