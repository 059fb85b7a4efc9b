package dev.warmline.functions.notify;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.warmline.aws.dynamo.Database;
import dev.warmline.aws.priming.CannedAlert;
import dev.warmline.aws.priming.Priming;
import dev.warmline.aws.priming.Rehearsal;
import dev.warmline.aws.publish.SlackHosts;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.aws.runtime.LambdaClients;
import dev.warmline.aws.secret.SlackSecret;
import dev.warmline.aws.stream.LambdaJson;
import dev.warmline.event.Json;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.ChatPost;
import dev.warmline.handoff.ChatPoster.PostResult;
import dev.warmline.handoff.ChatThread;
import dev.warmline.handoff.SlackAppMessage;
import dev.warmline.team.Teams;
import dev.warmline.usecase.DeliverAlert;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The queue behind the alert topic: every alert goes to the Slack channel. And the leads stream:
 * what people did of which no alert tells is said below.
 */
public final class NotifyHandler implements RequestStreamHandler {
  /** What the channel is called in the record of deliveries. */
  public static final String CHANNEL = "slack";

  private final DeliverAlert deliverAlert;
  private final StepRecords steps;
  private final DeliveryJournal journal;
  private final InstantSource clock;

  /** Reads the environment and wires the real adapters. */
  public NotifyHandler() {
    var environment = NotifyEnvironment.of(Environment.ofProcess());
    var clients = LambdaClients.ofProcess();
    var clock = InstantSource.system();
    var journal = Journal.of("notify");
    var database = new Database(clients.dynamoDb());
    var secret = new SlackSecret(clients.secretsManager(), environment.secret());
    var teams = database.teams(environment.modelsTable(), journal);
    var slack = environment.slack(secret, teams, SlackHosts.SLACK);
    this(environment.deliverAlert(database, slack), teams, journal, clock);
    Priming.register(
        System.getenv(),
        rehearsal(environment),
        List.of(LambdaClients.tables(), LambdaClients.secrets()),
        () -> teams.current(clock.instant()));
  }

  /** Receives what it works with. */
  public NotifyHandler(
      DeliverAlert deliverAlert, Teams teams, Journal journal, InstantSource clock) {
    this.deliverAlert = deliverAlert;
    this.journal = new DeliveryJournal(journal);
    this.clock = clock;
    this.steps = new StepRecords(deliverAlert, teams, this.journal, clock);
  }

  static Rehearsal rehearsal(NotifyEnvironment environment) {
    return CannedAlert.to(
        database -> {
          var deliver = environment.deliverAlert(database, NotifyHandler::rehearsed);
          var teams = database.teams(environment.modelsTable(), Journal.ofNothing());
          return new NotifyHandler(deliver, teams, Journal.ofNothing(), Rehearsal.CLOCK)::handle;
        });
  }

  /** As an app would post it, to nobody. */
  private static PostResult rehearsed(ChatPost post, Instant now) {
    var message = SlackAppMessage.of(post, Optional.empty(), "rehearsal");
    return new PostResult.Posted(Optional.of(new ChatThread(message.channel(), "C", "1")));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    handle(in, out, context.getAwsRequestId());
  }

  void handle(InputStream in, OutputStream out, String requestId) throws IOException {
    var batch = Json.read(in);
    if (LambdaJson.isStream(batch)) {
      LambdaJson.write(tell(LambdaJson.stream(batch), requestId), out);
    } else {
      LambdaJson.write(deliver(LambdaJson.messages(batch), requestId), out);
    }
  }

  /** Delivers each alert; names those that must come again, which the queue keeps for a while. */
  public SQSBatchResponse deliver(SQSEvent event, String requestId) {
    return new SQSBatchResponse(
        event.getRecords().stream()
            .filter(message -> !isDone(message, requestId))
            .map(message -> new BatchItemFailure(message.getMessageId()))
            .toList());
  }

  /** Names the first record that is not done; Lambda comes again with it and all after it. */
  public StreamsEventResponse tell(DynamodbEvent event, String requestId) {
    return new StreamsEventResponse(
        steps.firstUndone(event.getRecords(), requestId).stream()
            .map(StreamsEventResponse.BatchItemFailure::new)
            .toList());
  }

  private boolean isDone(SQSMessage message, String requestId) {
    var now = clock.instant();
    try {
      var outcome = deliverAlert.deliver(message.getBody(), CHANNEL, requestId, now);
      journal.note(outcome, requestId, now);
      return !outcome.mustComeAgain();
    } catch (StoreUnavailable e) {
      journal.log(e, requestId);
      return false;
    }
  }
}
