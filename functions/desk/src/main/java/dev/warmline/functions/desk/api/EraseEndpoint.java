package dev.warmline.functions.desk.api;

import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.team.Role;
import dev.warmline.usecase.EraseLead;
import dev.warmline.usecase.EraseLead.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** {@code POST leads/ID/erase}: erases a person, or goes on with it. */
final class EraseEndpoint implements Endpoint {
  private static final Pattern PATH = Pattern.compile(ROOT + "leads/(.{1,1000})/erase");

  private final Work work;

  EraseEndpoint(Work work) {
    this.work = work;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public boolean isAt(String path) {
    return PATH.matcher(path).matches();
  }

  @Override
  public ApiResponse answer(Call call) {
    if (call.who().person().role() != Role.LEAD) {
      return ApiProblem.onlyLeads("erase a person").answer();
    }
    return call.withBody(
        body -> {
          if (!body.path("sure").asBoolean(false)) {
            return ApiProblem.lacking(
                    "erasing cannot be taken back: it needs \"sure\": true", "body")
                .answer();
          }
          return work.erase()
              .erase(LeadPath.id(PATH, call.request().path()), call.now())
              .map(progress -> answer(progress, call.now()))
              .orElseGet(() -> ApiProblem.noLead().answer());
        });
  }

  /** 202 until nothing is left; it goes on by itself, and asking again does no harm. */
  private static ApiResponse answer(Progress progress, Instant now) {
    var json = EventJson.newObject().put("lead", progress.lead().value());
    json.put("erasedAt", EventJson.format(progress.at())).put("events", progress.events());
    json.put("complete", progress.again().isEmpty());
    progress.again().ifPresent(at -> json.put("again", EventJson.format(at)));
    var beyond = json.putArray("beyondRecall");
    EraseLead.BEYOND_RECALL.forEach(beyond::add);
    return progress
        .again()
        .map(
            at ->
                ApiResponse.json(202, Json.write(json))
                    .with(
                        "Retry-After",
                        Long.toString(Math.max(1, Duration.between(now, at).toSeconds()))))
        .orElseGet(() -> ApiResponse.json(200, Json.write(json)));
  }
}
