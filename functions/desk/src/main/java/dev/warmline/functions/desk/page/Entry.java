package dev.warmline.functions.desk.page;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.functions.desk.api.ApiProblem;
import dev.warmline.functions.desk.api.Member;
import dev.warmline.functions.desk.api.Members;
import dev.warmline.functions.desk.session.Draft;
import dev.warmline.functions.desk.session.Drafts;
import dev.warmline.functions.desk.session.IssuerSignIn;
import dev.warmline.functions.desk.session.IssuerSignIn.Ended;
import dev.warmline.functions.desk.session.Session;
import dev.warmline.functions.desk.session.Sessions;
import dev.warmline.rule.Models;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The way in and out: signing in and out, and what becomes of a form meanwhile. */
public record Entry(
    Sessions sessions, Drafts drafts, IssuerSignIn signIn, Members members, Models models) {
  /** Where signing in begins. */
  static final String IN = "/desk/sign-in";

  /** Where a session is ended. */
  static final String OUT = "/desk/sign-out";

  /** Where a form is found again that was filled in while the session ended. */
  static final String AGAIN = "/desk/again";

  /** The session of whoever asks. */
  Optional<Session> session(ApiRequest request, Instant now) {
    return sessions.find(request, now);
  }

  /** Answers at the addresses of the way in; empty at others. */
  Optional<ApiResponse> answer(ApiRequest request, Instant now) {
    if (request.method().equals("POST")) {
      return Optional.empty();
    }
    return switch (request.path()) {
      case IN ->
          Optional.of(
              signIn.begin(
                  request,
                  request.query("to").orElse(Pages.HOME),
                  request.query("other").isPresent(),
                  now));
      case IssuerSignIn.BACK -> Optional.of(back(request, now));
      case OUT ->
          session(request, now).isPresent() ? Optional.empty() : Optional.of(signedOut(request));
      default -> Optional.empty();
    };
  }

  private ApiResponse back(ApiRequest request, Instant now) {
    return switch (signIn.end(request, now)) {
      case Ended.SignedIn(var answer) -> answer;
      case Ended.Failed(var why) ->
          Pages.plain(request, 403, "You are not signed in: " + why, "Begin again.");
    };
  }

  /** Somebody whom the issuer knows and the team does not. */
  ApiResponse notLetIn(ApiRequest request, Session session, ApiProblem why) {
    var what = "You signed in as " + session.email() + ": " + why.what();
    var other =
        new Again.Link("Sign in as somebody else", request.prefix() + IN + "?other=", false);
    var frame = new Frame("Not let in", request.prefix(), List.of(), Optional.empty());
    return Pages.again(403, frame, new Again(what, why.mend(), List.of(other), Optional.empty()));
  }

  /** The session was over when a form came: its text is kept and shown. */
  ApiResponse over(ApiRequest request, Instant now) {
    var form = Form.read(request);
    if (form.isEmpty() || request.path().equals(OUT)) {
      return signedOut(request);
    }
    var draft = new Draft(request.prefix() + request.path(), form.get().fields());
    var cookie = drafts.keep(request, draft, now);
    var frame = new Frame("Sign in again", request.prefix(), List.of(), Optional.empty());
    var in = request.prefix() + IN + "?to=" + AGAIN;
    var again =
        cookie.isPresent()
            ? new Again(
                "Your session is over, and nothing is lost",
                "Sign in: you come back to what you wrote, and send it from there.",
                List.of(new Again.Link("Sign in and go on", in, false)),
                Optional.of(ActForm.filled(draft, "", "")))
            : new Again(
                "Your session is over, and nothing is lost",
                "Sign in in a new window, then come back to this one and send it again.",
                List.of(new Again.Link("Sign in in a new window", request.prefix() + IN, true)),
                Optional.of(ActForm.filled(draft, "Send it again", "")));
    var answer = Pages.again(401, frame, again);
    return cookie.map(answer::withCookie).orElse(answer);
  }

  /** What somebody wrote before they signed in again. */
  ApiResponse draft(Visit visit) {
    return drafts
        .find(visit.request(), visit.now())
        .map(
            draft ->
                Pages.again(
                    200,
                    visit.frames().apply("Where you were"),
                    new Again(
                        "You are signed in again, and this is what you wrote",
                        "Look at it, and send it.",
                        List.of(new Again.Link("Leave it", visit.link(Pages.HOME), false)),
                        Optional.of(ActForm.filled(draft, "Send", visit.token())))))
        .orElseGet(() -> visit.goOn(Pages.HOME));
  }

  /** Ends the session. */
  ApiResponse signOut(ApiRequest request) {
    var on = ApiResponse.empty(303).with("Location", request.prefix() + OUT);
    return drafts.forget(request, sessions.end(request, on));
  }

  private static ApiResponse signedOut(ApiRequest request) {
    var frame = new Frame("Signed out", request.prefix(), List.of(), Optional.empty());
    var in = new Again.Link("Sign in", request.prefix() + IN + "?other=", false);
    var again = new Again("You are signed out", "See you soon.", List.of(in), Optional.empty());
    return Pages.again(200, frame, again);
  }

  /** That of the hours of a queue they serve, else that of the model. */
  ZoneId zone(Member member, Instant now) {
    var team = member.team();
    return team.queues().values().stream()
        .filter(queue -> queue.members().contains(member.person().id()))
        .findFirst()
        .map(queue -> team.calendarOf(queue.name()).zone())
        .orElseGet(() -> models.current(now).model().zone());
  }
}
