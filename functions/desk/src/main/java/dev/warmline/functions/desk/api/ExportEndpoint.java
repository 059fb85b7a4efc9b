package dev.warmline.functions.desk.api;

import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.Json;
import dev.warmline.team.Role;
import dev.warmline.usecase.ExportLead;
import java.util.regex.Pattern;

/** {@code GET leads/ID/export}: everything that is kept about a person, page by page. */
final class ExportEndpoint implements Endpoint {
  private static final Pattern PATH = Pattern.compile(ROOT + "leads/(.{1,1000})/export");

  private final Work work;

  ExportEndpoint(Work work) {
    this.work = work;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public boolean isAt(String path) {
    return PATH.matcher(path).matches();
  }

  @Override
  public ApiResponse answer(Call call) {
    if (call.who().person().role() != Role.LEAD) {
      return ApiProblem.onlyLeads("export what is kept about a person").answer();
    }
    var after = call.query("after");
    if (after.filter(it -> !ExportLead.isNext(it)).isPresent()) {
      return ApiProblem.lacking("\"after\": the next of the page before", "query after").answer();
    }
    return work.find()
        .find(LeadPath.id(PATH, call.request().path()))
        .map(lead -> work.export().page(lead, after, call.now()))
        .map(page -> ApiResponse.json(200, Json.write(page)))
        .orElseGet(() -> ApiProblem.noLead().answer());
  }
}
