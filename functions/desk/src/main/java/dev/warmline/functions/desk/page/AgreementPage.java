package dev.warmline.functions.desk.page;

import dev.warmline.aws.api.ApiResponse;
import dev.warmline.functions.desk.api.Work;
import dev.warmline.handoff.Agreement;
import gg.jte.generated.precompiled.JtepartsGenerated;
import java.util.List;
import java.util.Optional;

/** {@code /desk/agreement}: what sales and marketing have agreed on. */
final class AgreementPage extends MenuPage {
  private static final String PATH = "/desk/agreement";

  private final Work work;

  AgreementPage(Work work) {
    super("Agreement", PATH);
    this.work = work;
  }

  @Override
  public ApiResponse show(Visit visit) {
    var model = work.models().current(visit.now());
    var parts = new Agreement(model, Optional.of(visit.who().publication())).parts();
    var view =
        new PartsView(
            "What we have agreed on",
            "What both teams signed up to, as the files in force say it.",
            parts.stream().map(it -> new PartsView.Part(it.title(), it.lines())).toList(),
            List.of());
    return visit.page(
        "Agreement", (out, frame) -> JtepartsGenerated.render(out, null, frame, view));
  }
}
