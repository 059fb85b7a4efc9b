package dev.warmline.functions.desk.api;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.functions.desk.api.Members.Asked;
import dev.warmline.lead.Retry.StillConflicting;
import dev.warmline.usecase.EraseLead;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every address of the API. To add one, write its {@link Endpoint} and name it in {@link #of}. */
public final class DeskApi {
  /** What it answers is about persons and of this moment. */
  private static final Map<String, String> PRIVATE =
      Map.of(
          "Cache-Control", "no-store",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer");

  /** How the schedule of the stack asks; no request of a client has such a method. */
  private static final String SCHEDULE = "SCHEDULE";

  private static final String AGAIN = "send the same again, with the same Idempotency-Key";

  private final SignIn signIn;
  private final EraseLead erase;
  private final List<Endpoint> endpoints;

  private DeskApi(SignIn signIn, EraseLead erase, List<Endpoint> endpoints) {
    this.signIn = signIn;
    this.erase = erase;
    this.endpoints = endpoints;
  }

  /** The whole API, for whoever this lets in. */
  public static DeskApi of(SignIn signIn, Work work) {
    return new DeskApi(
        signIn,
        work.erase(),
        List.of(
            new ActEndpoint(work),
            new ExportEndpoint(work),
            new EraseEndpoint(work),
            new HandOverEndpoint(work),
            new LeadEndpoint(work),
            new QueueEndpoint(work),
            new ReturnedEndpoint(work),
            new WaitingEndpoint(work),
            new TeamEndpoint(work),
            new AgreementEndpoint(work)));
  }

  /** Answers any request. */
  public ApiResponse answer(ApiRequest request, Instant now) {
    if (request.method().equals(SCHEDULE)) {
      erase.goOn(now);
      return ApiResponse.json(200, "{}");
    }
    return route(request, now).with(PRIVATE);
  }

  /** The answer where something broke: what may pass is to be sent again, under the same key. */
  public static ApiResponse failed(RuntimeException failure) {
    var problem =
        mayPass(failure)
            ? new ApiProblem(
                503, "unavailable", "a store or the issuer does not answer", "here", AGAIN)
            : new ApiProblem(500, "failed", "something broke here", "here", AGAIN);
    return problem.answer().with(PRIVATE).with("Retry-After", "2");
  }

  /** Whether the same may go well if it is sent again. */
  public static boolean mayPass(RuntimeException failure) {
    return failure instanceof StoreUnavailable || failure instanceof StillConflicting;
  }

  /** The methods that a path answers. */
  List<String> methodsAt(String path) {
    return endpoints.stream().filter(it -> it.isAt(path)).map(Endpoint::method).toList();
  }

  private ApiResponse route(ApiRequest request, Instant now) {
    var method = request.method().equals("HEAD") ? "GET" : request.method();
    var here = endpoints.stream().filter(it -> it.isAt(request.path())).toList();
    return here.stream()
        .filter(endpoint -> endpoint.method().equals(method))
        .findFirst()
        .map(endpoint -> answer(endpoint, request, now))
        .orElseGet(() -> here.isEmpty() ? notFound() : notAllowed(here));
  }

  private ApiResponse answer(Endpoint endpoint, ApiRequest request, Instant now) {
    return switch (signIn.who(request, now)) {
      case Asked.By(var member) -> endpoint.answer(new Call(request, member, now));
      case Asked.Refused(var why) -> why.answer();
    };
  }

  private static ApiResponse notFound() {
    return new ApiProblem(
            404,
            "not_found",
            "there is nothing at this address",
            "path",
            "the addresses stand in docs/openapi-desk.yaml")
        .answer();
  }

  private static ApiResponse notAllowed(List<Endpoint> here) {
    var allowed = here.stream().map(Endpoint::method).distinct().collect(Collectors.joining(", "));
    return new ApiProblem(
            405,
            "method_not_allowed",
            "this address takes " + allowed + " only",
            "method",
            "send " + allowed)
        .answer()
        .with("Allow", allowed);
  }
}
