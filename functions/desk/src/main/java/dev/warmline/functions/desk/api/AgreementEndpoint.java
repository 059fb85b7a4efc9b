package dev.warmline.functions.desk.api;

import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.Json;
import dev.warmline.handoff.Agreement;
import java.util.Optional;

/** {@code GET sla}: what sales and marketing have agreed on. */
final class AgreementEndpoint implements Endpoint {
  private final Work work;

  AgreementEndpoint(Work work) {
    this.work = work;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public boolean isAt(String path) {
    return path.equals(ROOT + "sla");
  }

  @Override
  public ApiResponse answer(Call call) {
    var agreement =
        new Agreement(work.models().current(call.now()), Optional.of(call.who().publication()));
    return ApiResponse.json(200, Json.write(agreement.write()));
  }
}
