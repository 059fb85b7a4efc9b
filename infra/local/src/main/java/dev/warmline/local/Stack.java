package dev.warmline.local;

import dev.warmline.local.http.Front;
import dev.warmline.local.http.Gateway;
import dev.warmline.local.http.HttpAnswer;
import dev.warmline.local.http.Incoming;
import dev.warmline.local.http.Responder;
import dev.warmline.local.inbox.Inbox;
import dev.warmline.local.inbox.JsonLines;
import dev.warmline.local.inbox.LocalSecrets;
import dev.warmline.local.inbox.LocalSns;
import dev.warmline.local.inbox.Notifications;
import dev.warmline.local.page.About;
import dev.warmline.local.page.LocalApi;
import dev.warmline.local.page.LocalSlack;
import dev.warmline.local.page.Site;
import dev.warmline.local.stream.Checkpoints;
import dev.warmline.local.stream.FileCheckpoints;
import dev.warmline.local.stream.RecordFilter;
import dev.warmline.local.stream.Retries;
import dev.warmline.local.stream.StreamPump;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Everything that runs, in the order in which it is started; stopped in the opposite order. */
final class Stack implements AutoCloseable {
  private static final int BATCH = 100;
  private static final int SCORE_LANES = 2;

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final URI address;

  private Stack(URI address) {
    this.address = address;
  }

  /** Starts everything; requests are answered when this returns. */
  static Stack start(Front front, Optional<DataFolder> data, Path site, Functions.Wiring wiring) {
    var stack = new Stack(URI.create("http://127.0.0.1:" + front.port()));
    try {
      stack.run(front, data, new Site(site), wiring);
      return stack;
    } catch (RuntimeException | LinkageError e) {
      stack.close();
      throw e;
    }
  }

  /** Where it answers. */
  URI address() {
    return address;
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        System.err.println("while stopping: " + e.getMessage());
      }
    }
  }

  private void run(Front front, Optional<DataFolder> data, Site site, Functions.Wiring wiring) {
    var clock = new StackClock();
    var dynamo = opened(LocalDynamo.start(data.map(folder -> folder.folder("dynamodb"))));
    var lines =
        opened(data.map(d -> JsonLines.at(d.file("inbox.jsonl"))).orElseGet(JsonLines::inMemory));
    var inbox = new Inbox(lines);
    var issuer = opened(DemoIssuer.start(clock));
    var late = new CompletableFuture<Functions>();
    var notifications = new Notifications(event -> late.join().post().receive(event));
    var functions =
        wiring.over(
            new Functions.Clients(
                opened(dynamo.tables()),
                new LocalSns(inbox, notifications, clock),
                new LocalSecrets(address + LocalSlack.API),
                address,
                issuer.issuer(),
                clock));
    late.complete(functions);
    functions.teams().current(clock.instant()).ifPresent(it -> issuer.offer(it.team()));
    inbox.notPosted().forEach(notifications::add);
    var activity = new Activity();
    var pipeline = pipeline(functions, dynamo, data, activity, notifications);
    var about = new About(dynamo.endpoint(), LocalFunctions.TABLES);
    var passing =
        new PassingTime(
            clock,
            functions.leads(),
            () -> tick(activity, functions),
            () -> pipeline.toJson().path("idle").asBoolean());
    var tokens = new TeamTokens(functions.teams(), issuer, clock);
    var slack = new LocalSlack(address, inbox, notifications, functions.teams(), clock);
    var api =
        new LocalApi(functions.views(), inbox, slack, pipeline, about, passing, tokens, clock);
    var gateway = opened(new Gateway("collect", functions.collect(), clock, Gateway.TIME_LIMIT));
    var desk = opened(new Gateway("desk", functions.desk(), clock, Gateway.TIME_LIMIT));
    opened(pipeline).start();
    opened(new Schedule(() -> tick(activity, functions), pipeline::wake)).start();
    opened(front)
        .open(
            request ->
                route(
                    request,
                    site,
                    api,
                    waking(isOfDesk(request) ? desk : gateway, activity, pipeline)));
  }

  private static void tick(Activity activity, Functions functions) {
    activity.during(
        () -> {
          functions.clock().run();
          return true;
        });
  }

  private static Responder waking(Gateway gateway, Activity activity, Pipeline pipeline) {
    return request -> {
      var answer = activity.during(() -> gateway.answer(request));
      pipeline.wake();
      return answer;
    };
  }

  /** The desk stands at the address of the collector here, behind the stage's name or not. */
  private static boolean isOfDesk(Incoming request) {
    return request.path().matches("(/live)?/+(api/v1/.*|desk(/.*)?|slack/actions)");
  }

  private static HttpAnswer route(Incoming request, Site site, LocalApi api, Responder function) {
    if (request.path().startsWith(LocalApi.PREFIX)) {
      return api.answer(request);
    }
    return site.find(request).orElseGet(() -> function.answer(request));
  }

  private Pipeline pipeline(
      Functions functions,
      LocalDynamo dynamo,
      Optional<DataFolder> data,
      Activity activity,
      Notifications notifications) {
    var leads =
        new StreamPump(
            opened(dynamo.streams()),
            new StreamPump.Mapping(
                "leads",
                functions.leadsStream(),
                functions.ofLeads(),
                RecordFilter.ofAny(functions.leadsFilters()),
                BATCH,
                1,
                () -> {}),
            checkpoints(data, "leads"),
            Retries.live());
    var events =
        new StreamPump(
            opened(dynamo.streams()),
            new StreamPump.Mapping(
                "events",
                functions.eventsStream(),
                functions.score(),
                RecordFilter.ofAny(List.of("{\"eventName\":[\"INSERT\"]}")),
                BATCH,
                SCORE_LANES,
                leads::wake),
            checkpoints(data, "events"),
            Retries.live());
    return new Pipeline(activity, events, leads, notifications);
  }

  private static Checkpoints checkpoints(Optional<DataFolder> data, String stream) {
    return data.<Checkpoints>map(d -> FileCheckpoints.at(d.file("checkpoints-" + stream)))
        .orElseGet(Checkpoints::inMemory);
  }

  private <T extends AutoCloseable> T opened(T part) {
    running.push(part);
    return part;
  }
}
