package dev.warmline.functions.desk;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.functions.desk.api.DeskApi;
import dev.warmline.functions.desk.page.Pages;
import java.time.Instant;

/** The whole desk: the API for programs, and the pages for people. */
public record WholeDesk(DeskApi api, Pages pages) {

  /** Answers any request. */
  ApiResponse answer(ApiRequest request, Instant now) {
    return Pages.isAt(request.path()) ? pages.answer(request, now) : api.answer(request, now);
  }

  /** The answer where something broke. */
  ApiResponse failed(ApiRequest request, RuntimeException failure) {
    return Pages.isAt(request.path()) ? Pages.failed(request, failure) : DeskApi.failed(failure);
  }
}
