package dev.warmline.measure.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.dynamo.Tables;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.event.Deadline;
import dev.warmline.event.Lanes;
import dev.warmline.event.Profile;
import dev.warmline.functions.detect.DetectHandler;
import dev.warmline.functions.score.ScoreHandler;
import dev.warmline.handoff.AlertPublisher;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.handoff.ChatPoster;
import dev.warmline.handoff.Message;
import dev.warmline.ingest.BodyReader;
import dev.warmline.ingest.Caller;
import dev.warmline.ingest.Channel;
import dev.warmline.ingest.IngestRequest;
import dev.warmline.lead.Answer;
import dev.warmline.lead.Due;
import dev.warmline.lead.KnownClaims;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Retry;
import dev.warmline.lead.Whose;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.Teams;
import dev.warmline.testkit.dynamo.ItemChange;
import dev.warmline.usecase.ActAtDesk;
import dev.warmline.usecase.ActOnLead;
import dev.warmline.usecase.DeliverAlert;
import dev.warmline.usecase.EvaluateLead;
import dev.warmline.usecase.IngestEvents;
import dev.warmline.usecase.Ingested;
import dev.warmline.usecase.Owners;
import dev.warmline.usecase.PacedRelease;
import dev.warmline.usecase.ReleaseWaiting;
import dev.warmline.usecase.ScoreEvents;
import dev.warmline.usecase.SendNotices;
import dev.warmline.usecase.TickClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** The functions over one client, as they are deployed: what knows their ports is in here. */
final class DeployedFunctions {
  static final TableNames TABLES = TableNames.withPrefix("sim");

  private static final Lanes LANES = new Lanes(8);
  private static final Duration TIME_TO_START = Duration.ofSeconds(18);
  private static final int PAGE = 200;

  private final IngestEvents ingest;
  private final ScoreHandler score;
  private final DetectHandler detect;
  private final TickClock tickClock;
  private final ReleaseWaiting release;
  private final PacedRelease paced;
  private final ActOnLead acts;
  private final ActAtDesk desk;
  private final Teams teams;
  private final LeadDirectory directory;
  private final DeliverAlert deliver;
  private final InstantSource clock;

  DeployedFunctions(
      DynamoDbClient client,
      Outside outside,
      Retry retry,
      Supplier<LeadId> ids,
      InstantSource clock) {
    this.clock = clock;
    var stores = new Stores(client, TABLES);
    var parked = stores.parkedEvents();
    var leads = stores.leadStore();
    var claims = new KnownClaims();
    var owners = new Owners(stores.teams(), stores.queues(), leads, (_, _, _) -> {});
    var evaluate = new EvaluateLead(stores.eventLog(), leads, retry, owners);
    var evaluateActs =
        new EvaluateLead(stores.eventLog(), leads, retry, stores.eventLog()::append, owners);
    var send = new SendNotices(leads, publisher(outside), new AlertRenderer(Optional.empty()));
    ingest =
        new IngestEvents(
            stores.eventLog(),
            parked,
            stores.sources(),
            stores.dailyQuota(),
            received -> Deadline.at(received.plus(TIME_TO_START), clock),
            stores.erasedPersons());
    score =
        new ScoreHandler(
            new ScoreEvents(
                stores.models(),
                () -> new Whose(leads, retry, ids, claims, stores.erasedPersons()),
                evaluateActs,
                parked,
                LANES),
            parked,
            clock);
    detect = new DetectHandler(send, parked, Journal.ofNothing(), clock);
    tickClock = new TickClock(stores.models(), leads, evaluate, send, parked);
    release = new ReleaseWaiting(stores.models(), leads, evaluate);
    paced = new PacedRelease(stores.models(), leads, release);
    acts = new ActOnLead(stores.models(), stores.eventLog(), leads, evaluateActs);
    desk = new ActAtDesk(acts, stores.eventLog(), leads, stores.models());
    teams = stores.teams();
    directory = stores.directory();
    deliver = new DeliverAlert(stores.deliveries(), poster(outside));
  }

  static List<CreateTableRequest> tables() {
    return Tables.definitions(TABLES);
  }

  /** Whether the filter of the leads stream lets a change through to detect. */
  static boolean isForDetect(ItemChange change) {
    var key = change.keys().get(Schema.SK);
    return change.eventName().equals("INSERT") && key != null && key.s().startsWith(Schema.NOTICES);
  }

  /** Whether a request was answered with success. */
  boolean collect(String key, String body) {
    var submission =
        new IngestRequest(
            Channel.POSTED,
            new Caller(List.of(key), Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.empty(),
            BodyReader.batch(body.getBytes(UTF_8)));
    return ingest.ingest(submission, clock.instant()) instanceof Ingested.Accepted;
  }

  /** How many records of a batch of the events stream are done, from the first on. */
  int score(List<ItemChange> batch) {
    var answer = score.score(StreamBatch.of(batch));
    return done(answer, batch.size());
  }

  /** How many records of a batch of the leads stream are done, from the first on. */
  int detect(List<ItemChange> batch, String request) {
    var answer = detect.detect(StreamBatch.of(batch), request);
    return done(answer, batch.size());
  }

  /** What the schedule does once a minute. */
  void tick(String request) {
    var failed = new HashSet<Due>();
    TickClock.Ticked ticked;
    do {
      ticked = tickClock.tick(request, clock.instant(), PAGE, failed);
      failed.addAll(ticked.failed().keySet());
    } while (ticked.more());
  }

  /**
   * What a person does by the command line.
   *
   * @param told what the person is told of an act
   */
  void obey(Deed.Order order, BiConsumer<Deed.Act, Answer> told) {
    switch (order) {
      case Deed.Act act -> act(act).ifPresent(answer -> told.accept(act, answer));
      case Deed.Release deed ->
          release.list(Optional.empty()).forEach(waiting -> release(waiting, deed));
      case Deed.Paced(var perDay) when perDay == 0 -> paced.pause(Optional.empty());
      case Deed.Paced(var perDay) -> paced.set(Optional.empty(), perDay, clock.instant());
    }
  }

  private Optional<Answer> act(Deed.Act act) {
    return Profile.user(act.who())
        .flatMap(user -> directory.findLead(user.key()))
        .flatMap(lead -> act(lead, act, clock.instant()));
  }

  /** Where there is a team, those alone act who are in it, as far as their rights go. */
  private Optional<Answer> act(LeadId lead, Deed.Act act, Instant now) {
    var team = teams.current(now).map(TeamPublication::team);
    return team.isEmpty()
        ? acts.act(lead, act.id(), act.person(), act.fields(), now).map(ActOnLead.Acted::answer)
        : team.get()
            .person(act.person())
            .map(person -> desk.act(person, team.get(), wish(lead, act), now))
            .flatMap(DeployedFunctions::answer);
  }

  private static ActAtDesk.Wish wish(LeadId lead, Deed.Act act) {
    return new ActAtDesk.Wish(lead, act.id(), act.fields(), act.take());
  }

  private static Optional<Answer> answer(ActAtDesk.Outcome outcome) {
    return outcome instanceof ActAtDesk.Outcome.Done(_, var answer)
        ? Optional.of(answer)
        : Optional.empty();
  }

  /** Lets somebody go on who waits, or gives them up. */
  private void release(ReleaseWaiting.Waiting waiting, Deed.Release deed) {
    if (deed.isDrop()) {
      release.drop(waiting, deed.person(), clock.instant());
    } else {
      release.release(waiting, deed.person(), clock.instant());
    }
  }

  /** Whether a message of the topic need not come again. */
  boolean deliver(String body, String request) {
    return !deliver.deliver(body, "slack", request, clock.instant()).mustComeAgain();
  }

  private static int done(StreamsEventResponse answer, int all) {
    var failures = answer.getBatchItemFailures();
    return failures.isEmpty() ? all : Integer.parseInt(failures.getFirst().getItemIdentifier());
  }

  private static AlertPublisher publisher(Outside outside) {
    return new AlertPublisher() {
      @Override
      public void publish(NoticeId id, Message message) {
        outside.publish(id, message.json(), cause -> new PublishFailed(id, cause));
      }
    };
  }

  private static ChatPoster poster(Outside outside) {
    return (post, _) ->
        outside.post(post.body())
            ? new ChatPoster.PostResult.Posted()
            : new ChatPoster.PostResult.RetryAfter(Duration.ZERO);
  }
}
