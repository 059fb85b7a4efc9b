package dev.warmline.functions.notify;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.warmline.aws.dynamo.Database;
import dev.warmline.aws.priming.CannedAlert;
import dev.warmline.aws.priming.Priming;
import dev.warmline.aws.priming.Rehearsal;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.aws.runtime.LambdaClients;
import dev.warmline.aws.secret.WebhookSecret;
import dev.warmline.aws.stream.LambdaJson;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.ChatPoster.PostResult;
import dev.warmline.usecase.DeliverAlert;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;

/** The queue behind the alert topic: every alert goes to the Slack channel. */
public final class NotifyHandler implements RequestStreamHandler {
  /** What the channel is called in the record of deliveries. */
  public static final String CHANNEL = "slack";

  private final DeliverAlert deliverAlert;
  private final DeliveryJournal journal;
  private final InstantSource clock;

  /** Reads the environment and wires the real adapters. */
  public NotifyHandler() {
    var environment = NotifyEnvironment.of(Environment.ofProcess());
    var clients = LambdaClients.ofProcess();
    var clock = InstantSource.system();
    var secret = new WebhookSecret(clients.secretsManager(), environment.webhookSecret());
    var slack = SlackWebhook.at(secret, clock, WebhookAddress.SLACK);
    this(
        environment.deliverAlert(new Database(clients.dynamoDb()), slack),
        Journal.of("notify"),
        clock);
    Priming.register(
        System.getenv(),
        rehearsal(environment),
        List.of(LambdaClients.tables(), LambdaClients.secrets()),
        () -> {});
  }

  /** Receives what it works with. */
  public NotifyHandler(DeliverAlert deliverAlert, Journal journal, InstantSource clock) {
    this.deliverAlert = deliverAlert;
    this.journal = new DeliveryJournal(journal);
    this.clock = clock;
  }

  static Rehearsal rehearsal(NotifyEnvironment environment) {
    return CannedAlert.to(
        database -> {
          var deliver = environment.deliverAlert(database, body -> new PostResult.Posted());
          return new NotifyHandler(deliver, Journal.ofNothing(), Rehearsal.CLOCK)::handle;
        });
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    handle(in, out, context.getAwsRequestId());
  }

  private void handle(InputStream in, OutputStream out, String requestId) throws IOException {
    LambdaJson.write(deliver(LambdaJson.readMessages(in), requestId), out);
  }

  /** Delivers each alert; names those that must come again, which the queue keeps for a while. */
  public SQSBatchResponse deliver(SQSEvent event, String requestId) {
    return new SQSBatchResponse(
        event.getRecords().stream()
            .filter(message -> !isDone(message, requestId))
            .map(message -> new BatchItemFailure(message.getMessageId()))
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
