package dev.warmline.functions.desk.api;

import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;

/** {@code GET waiting}: who qualified without that sales has heard of it, and why. */
final class WaitingEndpoint implements Endpoint {
  private static final int MOST = 500;

  private final Work work;

  WaitingEndpoint(Work work) {
    this.work = work;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public boolean isAt(String path) {
    return path.equals(ROOT + "waiting");
  }

  @Override
  public ApiResponse answer(Call call) {
    var json = EventJson.newObject();
    var rows = json.putArray("waiting");
    work.waiting().list(call.query("queue"), MOST).forEach(one -> rows.add(one.write()));
    return ApiResponse.json(200, Json.write(json));
  }
}
