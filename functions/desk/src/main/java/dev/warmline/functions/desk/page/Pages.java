package dev.warmline.functions.desk.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.functions.desk.api.DeskApi;
import dev.warmline.functions.desk.api.Member;
import dev.warmline.functions.desk.api.Members.Asked;
import dev.warmline.functions.desk.api.Work;
import dev.warmline.functions.desk.session.Draft;
import dev.warmline.functions.desk.session.Session;
import gg.jte.generated.precompiled.JteagainGenerated;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Every page, for whoever has signed in; all others are sent to sign in. */
public final class Pages {
  /** Where the desk begins. */
  static final String HOME = "/desk/queue";

  private static final String AGAIN = "Send it again";

  private final Entry entry;
  private final List<Page> pages;

  private Pages(Entry entry, List<Page> pages) {
    this.entry = entry;
    this.pages = pages;
  }

  /** All pages, in the order of the menu. */
  public static Pages of(Entry entry, Work work) {
    return new Pages(
        entry,
        List.of(
            new QueuePage(work),
            new KeptPage(work),
            new LeadPage(work),
            new WaitingPage(work),
            new ReturnedPage(work),
            new NewLeadPage(work),
            new TeamPage(work),
            new AgreementPage(work),
            new ModelPage(work)));
  }

  /** Whether a path is one of the pages and not of the API. */
  public static boolean isAt(String path) {
    return path.equals("/") || path.equals("/desk") || path.startsWith("/desk/");
  }

  /** Answers any request at such a path. */
  public ApiResponse answer(ApiRequest request, Instant now) {
    var asset =
        Assets.isAt(request.path()) ? Assets.find(request.path()) : Optional.<ApiResponse>empty();
    return asset.orElseGet(() -> Policy.on(route(request, now), request));
  }

  /** The answer where something broke: what was written stands in it, to be sent again. */
  public static ApiResponse failed(ApiRequest request, RuntimeException failure) {
    var mayPass = DeskApi.mayPass(failure);
    var what = mayPass ? "Something does not answer just now" : "Something broke here";
    var mend =
        mayPass ? "Try again in a moment." : "Try again; if it stays so, tell whoever runs this.";
    var form =
        isPost(request)
            ? Form.read(request)
                .map(it -> new Draft(request.prefix() + request.path(), it.fields()))
                .map(it -> ActForm.filled(it, AGAIN, it.fields().getOrDefault(Form.TOKEN, "")))
            : Optional.<Again.Resend>empty();
    var links = List.of(new Again.Link("Try again", request.prefix() + request.path(), false));
    var frame = new Frame(what, request.prefix(), List.of(), Optional.empty());
    var answer =
        again(
            mayPass ? 503 : 500,
            frame,
            new Again(what, mend, form.isEmpty() ? links : List.of(), form));
    return Policy.on(answer, request).with("Retry-After", "2");
  }

  static ApiResponse again(int status, Frame frame, Again again) {
    return Html.of(status, out -> JteagainGenerated.render(out, null, frame, again));
  }

  private ApiResponse route(ApiRequest request, Instant now) {
    var path = request.path();
    if (path.equals("/") || path.equals("/desk")) {
      return ApiResponse.empty(302).with("Location", request.prefix() + HOME);
    }
    if (isPost(request) && !Policy.isOfThisSite(request)) {
      return plain(
          request,
          403,
          "This form is not of the desk",
          "Open the page at the desk and send it there.");
    }
    return entry
        .answer(request, now)
        .orElseGet(
            () ->
                entry
                    .session(request, now)
                    .map(session -> known(request, session, now))
                    .orElseGet(() -> unknown(request, now)));
  }

  private ApiResponse known(ApiRequest request, Session session, Instant now) {
    return switch (entry.members().find(session.email(), now)) {
      case Asked.By(var member) -> answer(visit(request, member, session, now), session);
      case Asked.Refused(var why) -> entry.notLetIn(request, session, why);
    };
  }

  private Visit visit(ApiRequest request, Member member, Session session, Instant now) {
    var token = entry.sessions().formToken(session, now);
    var zone = entry.zone(member, now);
    var person =
        new Frame.Person(
            member.person().name(), member.person().role().word(), zone.getId(), token);
    Function<String, Frame> frames =
        title -> new Frame(title, request.prefix(), tabs(request), Optional.of(person));
    return new Visit(request, member, token, now, zone, frames);
  }

  private List<Frame.Tab> tabs(ApiRequest request) {
    return pages.stream()
        .flatMap(page -> page.menu().stream())
        .map(
            it ->
                new Frame.Tab(
                    it.label(), request.prefix() + it.path(), it.path().equals(request.path())))
        .toList();
  }

  private ApiResponse answer(Visit visit, Session session) {
    var request = visit.request();
    if (request.path().equals(Entry.AGAIN)) {
      return entry.draft(visit);
    }
    if (request.path().equals(Entry.OUT) && !isPost(request)) {
      return visit.goOn(HOME);
    }
    var page = pages.stream().filter(it -> it.isAt(request.path())).findFirst();
    return switch (request.method()) {
      case "GET", "HEAD" -> page.map(it -> it.show(visit)).orElseGet(() -> notFound(visit));
      case "POST" -> post(page, visit, session);
      default -> visit.refused(405, "Nothing is done this way", "Go back and choose again.");
    };
  }

  private ApiResponse post(Optional<Page> page, Visit visit, Session session) {
    var form = Form.read(visit.request());
    if (form.isEmpty()) {
      return visit.refused(413, "That was too much", "Write less than 64 KB.");
    }
    var token = form.get().fields().getOrDefault(Form.TOKEN, "");
    if (!entry.sessions().isOf(session, token, visit.now())) {
      return visit.again(
          403,
          "You have signed in anew since this page was opened",
          "Look at what is to be done, and send it again.",
          AGAIN,
          form.get());
    }
    return visit.request().path().equals(Entry.OUT)
        ? entry.signOut(visit.request())
        : page.map(it -> it.post(visit, form.get())).orElseGet(() -> notFound(visit));
  }

  /** Whoever has not signed in is sent there, and comes back to where they were. */
  private ApiResponse unknown(ApiRequest request, Instant now) {
    return isPost(request)
        ? entry.over(request, now)
        : ApiResponse.empty(302).with("Location", signIn(request));
  }

  private static String signIn(ApiRequest request) {
    var to = request.path() + QueryText.of(request);
    return request.prefix() + Entry.IN + "?to=" + URLEncoder.encode(to, UTF_8);
  }

  private static ApiResponse notFound(Visit visit) {
    return visit.refused(404, "There is nothing at this address", "Choose from the menu.");
  }

  static ApiResponse plain(ApiRequest request, int status, String what, String mend) {
    var frame = new Frame(what, request.prefix(), List.of(), Optional.empty());
    var links = List.of(new Again.Link("To the desk", request.prefix() + HOME, false));
    return again(status, frame, new Again(what, mend, links, Optional.empty()));
  }

  private static boolean isPost(ApiRequest request) {
    return request.method().equals("POST");
  }
}
