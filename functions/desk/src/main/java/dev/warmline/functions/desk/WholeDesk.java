package dev.warmline.functions.desk;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.functions.desk.api.DeskApi;
import dev.warmline.functions.desk.page.Pages;
import dev.warmline.functions.desk.slack.SlackActions;
import java.time.Instant;
import java.util.Optional;

/**
 * The whole desk.
 *
 * @param api for programs
 * @param pages for people
 * @param slack takes what people press in Slack, if the stack posts there
 */
public record WholeDesk(DeskApi api, Pages pages, Optional<SlackActions> slack) {

  /** The same desk, with buttons in Slack. */
  public WholeDesk with(SlackActions buttons) {
    return new WholeDesk(api, pages, Optional.of(buttons));
  }

  /** Answers any request. */
  ApiResponse answer(ApiRequest request, Instant now) {
    if (Pages.isAt(request.path())) {
      return pages.answer(request, now);
    }
    return slack
        .filter(actions -> actions.isFor(request))
        .map(actions -> actions.answer(request, now))
        .orElseGet(() -> api.answer(request, now));
  }

  /** The answer where something broke. */
  ApiResponse failed(ApiRequest request, RuntimeException failure) {
    return Pages.isAt(request.path()) ? Pages.failed(request, failure) : DeskApi.failed(failure);
  }
}
