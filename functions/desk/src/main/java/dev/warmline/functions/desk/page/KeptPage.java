package dev.warmline.functions.desk.page;

import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.Json;
import dev.warmline.functions.desk.api.LeadPath;
import dev.warmline.functions.desk.api.Work;
import dev.warmline.functions.desk.page.ActForm.Field;
import dev.warmline.functions.desk.page.LeadPageView.Kept;
import dev.warmline.lead.Lead;
import dev.warmline.team.Role;
import dev.warmline.usecase.EraseLead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code /desk/leads/ID/kept}, for who leads: everything that is kept about a person as a file, and
 * the form that erases them.
 */
final class KeptPage implements Page {
  private static final String KEPT = "/kept";
  private static final Pattern PATH = Pattern.compile("/desk/leads/(.{1,1000})" + KEPT);
  private static final String SURE = "sure";

  private final Work work;

  KeptPage(Work work) {
    this.work = work;
  }

  /** The ways to file and erasure on the page of a lead; empty for who may not. */
  static Optional<Kept> of(Visit visit, Lead lead) {
    var path = visit.link(LeadPage.path(lead) + KEPT);
    var sure = new LinkedHashMap<String, String>();
    sure.put("", "No, keep it");
    sure.put("yes", "Yes, erase: it cannot be taken back");
    var erase =
        new ActForm(
            path, "Erase", Map.of(), List.of(Field.choice(SURE, "Erase this person?", sure)));
    return Optional.of(new Kept(path, erase)).filter(_ -> isLead(visit));
  }

  private static boolean isLead(Visit visit) {
    return visit.who().person().role() == Role.LEAD;
  }

  @Override
  public boolean isAt(String path) {
    return PATH.matcher(path).matches();
  }

  @Override
  public ApiResponse show(Visit visit) {
    return isLead(visit)
        ? work.find().find(id(visit)).map(lead -> file(visit, lead)).orElseGet(() -> noLead(visit))
        : onlyLeads(visit);
  }

  @Override
  public ApiResponse post(Visit visit, Form form) {
    if (!isLead(visit)) {
      return onlyLeads(visit);
    }
    if (form.text(SURE).isEmpty()) {
      return visit.goOn("/desk/leads/" + id(visit));
    }
    return work.erase()
        .erase(id(visit), visit.now())
        .map(_ -> erased(visit))
        .orElseGet(() -> noLead(visit));
  }

  /** Whole or not at all: half a file would look like all there is. */
  private ApiResponse file(Visit visit, Lead lead) {
    var page = work.export().page(lead, Optional.empty(), visit.now());
    return page.has("next")
        ? visit.refused(
            413,
            "That is more than fits into one answer",
            "The command line writes all of it: warmline lead export "
                + lead.id().value()
                + " --out FILE")
        : ApiResponse.json(200, Json.write(page))
            .with("Content-Disposition", "attachment; filename=\"" + lead.id().value() + ".json\"");
  }

  private static ApiResponse erased(Visit visit) {
    return visit.said(
        "Erased",
        "Events that were on their way then are looked for once more within five minutes. What"
            + " was sent out before cannot be called back: "
            + String.join("; ", EraseLead.BEYOND_RECALL)
            + ".");
  }

  private static String id(Visit visit) {
    return LeadPath.id(PATH, visit.request().path());
  }

  private static ApiResponse onlyLeads(Visit visit) {
    return visit.refused(
        403,
        "Only who leads a team exports or erases what is kept about a person",
        "Ask somebody of role lead in the team file.");
  }

  private static ApiResponse noLead(Visit visit) {
    return visit.refused(404, "There is no such lead", "It may have been erased.");
  }
}
