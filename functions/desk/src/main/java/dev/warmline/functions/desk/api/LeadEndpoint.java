package dev.warmline.functions.desk.api;

import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.Json;
import java.util.regex.Pattern;

/** {@code GET leads/ID}: everything that is kept of a lead. */
final class LeadEndpoint implements Endpoint {
  private static final Pattern PATH =
      Pattern.compile(ROOT + "leads/(?!.*/(?:acts|export|erase)$)(.{1,1000})");

  private final Work work;

  LeadEndpoint(Work work) {
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
    return work.find()
        .find(LeadPath.id(PATH, call.request().path()))
        .map(lead -> new LeadView(work, lead, call.now()))
        .map(view -> ApiResponse.json(200, Json.write(view.write(call))))
        .orElseGet(() -> ApiProblem.noLead().answer());
  }
}
