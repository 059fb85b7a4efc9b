package dev.warmline.functions.desk.api;

import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.usecase.ListQueue;
import java.util.Optional;
import java.util.function.BiFunction;

/** Lists page by page: {@code limit} says how many, {@code after} where to go on. */
final class Paging {
  private static final int USUAL = 50;
  private static final int LONGEST_PLACE = 300;

  private Paging() {}

  static ApiResponse of(
      Call call, BiFunction<Optional<String>, Integer, ListQueue.Page> list, String name) {
    var limit = limit(call);
    var after = call.query("after");
    if (limit < 1 || limit > ListQueue.MOST) {
      return ApiProblem.lacking(
              "\"limit\": a whole number from 1 to " + ListQueue.MOST, "query parameter limit")
          .answer();
    }
    if (after.filter(place -> place.length() > LONGEST_PLACE).isPresent()) {
      return ApiProblem.lacking("\"after\": the \"next\" of a page", "query parameter after")
          .answer();
    }
    var page = list.apply(after, limit);
    var json = EventJson.newObject();
    var rows = json.putArray(name);
    page.leads().forEach(lead -> rows.add(LeadRow.of(lead)));
    page.next().ifPresent(next -> json.put("next", next));
    return ApiResponse.json(200, Json.write(json));
  }

  private static int limit(Call call) {
    try {
      return call.query("limit").map(Integer::parseInt).orElse(USUAL);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
