package dev.warmline.functions.desk.api;

import dev.warmline.aws.api.ApiResponse;

/** {@code GET returned}: what sales gave back, and what of it waits for an answer. */
final class ReturnedEndpoint implements Endpoint {
  private final Work work;

  ReturnedEndpoint(Work work) {
    this.work = work;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public boolean isAt(String path) {
    return path.equals(ROOT + "returned");
  }

  @Override
  public ApiResponse answer(Call call) {
    return Paging.of(call, work.list()::returned, "returned");
  }
}
