package dev.warmline.functions.desk.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.api.ApiResponse;

/** {@code POST leads}: somebody whom a person met is handed to sales. */
final class HandOverEndpoint implements Endpoint {
  private final Work work;

  HandOverEndpoint(Work work) {
    this.work = work;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public boolean isAt(String path) {
    return path.equals(ROOT + "leads");
  }

  @Override
  public ApiResponse answer(Call call) {
    return call.withBody(body -> answer(call, body));
  }

  private ApiResponse answer(Call call, ObjectNode body) {
    var why = body.path("why").asText().strip();
    if (!(body.path("traits") instanceof ObjectNode traits) || why.isEmpty()) {
      return ApiProblem.lacking(
              "handing over needs an object \"traits\" (who it is) and a text \"why\" (met where,"
                  + " said what)",
              "body")
          .answer();
    }
    var key = call.key();
    if (key.isEmpty()) {
      return Call.noKey().answer();
    }
    var who = call.who();
    return ActAnswer.of(
        work.handOver().handOver(who.person(), who.team(), key.get(), traits, why, call.now()));
  }
}
