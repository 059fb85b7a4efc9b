package dev.warmline.functions.desk.api;

import dev.warmline.aws.api.ApiResponse;
import dev.warmline.functions.desk.api.QueueFilter.Asked;
import java.util.Optional;

/** {@code GET queue}: who is next. */
final class QueueEndpoint implements Endpoint {
  private final Work work;

  QueueEndpoint(Work work) {
    this.work = work;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public boolean isAt(String path) {
    return path.equals(ROOT + "queue");
  }

  @Override
  public ApiResponse answer(Call call) {
    var filter = new QueueFilter(call.who(), work.models().current(call.now()).model());
    return switch (filter.read(call::query, Optional.empty())) {
      case Asked.For(var wanted) ->
          Paging.of(call, (after, limit) -> work.list().queue(wanted, after, limit), "leads");
      case Asked.Unknown(var why) -> why.answer();
    };
  }
}
