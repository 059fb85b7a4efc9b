package dev.warmline.functions.desk.page;

import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.EventJson;
import dev.warmline.functions.desk.api.Work;
import dev.warmline.functions.desk.page.ActForm.Field;
import dev.warmline.functions.desk.page.ActForm.Kind;
import dev.warmline.usecase.ActAtDesk.Outcome;
import gg.jte.generated.precompiled.JtenewleadGenerated;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /desk/new}: somebody whom a person met, or who called, is handed to sales. */
final class NewLeadPage extends MenuPage {
  private static final String PATH = "/desk/new";

  private static final String HOW = "met";
  private static final List<String> TRAITS =
      List.of("name", "email", "phone", "company", "role", "country");

  private final Work work;

  NewLeadPage(Work work) {
    super("New lead", PATH);
    this.work = work;
  }

  @Override
  public ApiResponse show(Visit visit) {
    var how = new LinkedHashMap<String, String>();
    how.put("met", "I met them");
    how.put("called", "They called");
    how.put("wrote", "They wrote");
    var form =
        new ActForm(
            visit.link(PATH),
            "Hand over to sales",
            Map.of(Form.KEY, Form.newKey()),
            List.of(
                Field.of("name", "Name", Kind.LINE, false),
                Field.of("email", "E-mail address", Kind.LINE, false),
                Field.of("phone", "Phone number", Kind.LINE, false),
                Field.of("company", "Company", Kind.LINE, false),
                Field.of("role", "What they do", Kind.LINE, false),
                Field.of("country", "Country", Kind.LINE, false),
                Field.choice(HOW, "How", how),
                Field.of("why", "Where, and what they said", Kind.LINES, true)));
    return visit.page(
        "New lead", (out, frame) -> JtenewleadGenerated.render(out, null, frame, form));
  }

  @Override
  public ApiResponse post(Visit visit, Form form) {
    var key = form.text(Form.KEY).filter(it -> it.length() <= 90);
    var why = form.text("why");
    if (key.isEmpty() || why.isEmpty()) {
      return visit.again(
          422,
          "This needs where you met or what they said",
          "Say it and send it again.",
          "Send",
          form);
    }
    var traits = EventJson.newObject();
    TRAITS.forEach(name -> form.text(name).ifPresent(text -> traits.put(name, text)));
    var said = form.text(HOW).map(it -> it + ": ").orElse("") + why.get();
    var who = visit.who();
    var outcome =
        work.handOver().handOver(who.person(), who.team(), key.get(), traits, said, visit.now());
    var onwards =
        outcome instanceof Outcome.Done(var lead, var answer) && !answer.isRefused()
            ? "/desk/leads/" + lead.id().value()
            : PATH;
    return Acting.answer(visit, form, outcome, onwards);
  }
}
