package dev.warmline.functions.desk.page;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.functions.desk.api.Member;
import dev.warmline.functions.desk.session.Draft;
import dev.warmline.team.TeamPublication;
import gg.jte.html.HtmlTemplateOutput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Somebody of the team at a page.
 *
 * @param token what every form of their session carries
 * @param zone in which they read times
 * @param frames makes what stands around a page of this title
 */
record Visit(
    ApiRequest request,
    Member who,
    String token,
    Instant now,
    ZoneId zone,
    Function<String, Frame> frames) {

  /** The same by a team read just now: what was changed a moment ago is to be seen. */
  Visit with(TeamPublication newest) {
    var member = new Member(who.person(), newest);
    return new Visit(request, member, token, now, zone, frames);
  }

  /** A query parameter that is not blank. */
  Optional<String> query(String name) {
    return request.query(name).filter(value -> !value.isBlank());
  }

  /** Where a path of the desk leads. */
  String link(String path) {
    return request.prefix() + path;
  }

  /** Words for instants. */
  Times times() {
    return new Times(now, zone);
  }

  /** A page of this title. */
  ApiResponse page(String title, BiConsumer<HtmlTemplateOutput, Frame> template) {
    var frame = frames.apply(title);
    return Html.of(200, out -> template.accept(out, frame));
  }

  /** Sends the browser on, after something was done. */
  ApiResponse goOn(String path) {
    return ApiResponse.empty(303).with("Location", link(path));
  }

  /** That something is done, where there is nothing more to look at. */
  ApiResponse said(String what, String more) {
    return refused(200, what, more);
  }

  /** That this cannot be. */
  ApiResponse refused(int status, String what, String mend) {
    return Pages.again(
        status, frames.apply(what), new Again(what, mend, List.of(home()), Optional.empty()));
  }

  /** That something is not done yet: the form with all that was written, and how to go on. */
  ApiResponse again(int status, String what, String mend, String button, Form form) {
    var draft = new Draft(link(request.path()), form.fields());
    var resend = Optional.of(ActForm.filled(draft, button, token));
    return Pages.again(
        status, frames.apply("Not done yet"), new Again(what, mend, List.of(back()), resend));
  }

  private Again.Link back() {
    return new Again.Link("Leave it", link(request.path()), false);
  }

  private Again.Link home() {
    return new Again.Link("To the queue", link(Pages.HOME), false);
  }
}
