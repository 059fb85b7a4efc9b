package dev.warmline.functions.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.publish.WebhookSecret;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.aws.runtime.LambdaClients;
import dev.warmline.aws.runtime.Metrics;
import dev.warmline.aws.runtime.WarmUp;
import dev.warmline.aws.stream.LambdaJson;
import dev.warmline.usecase.DeliverAlert;
import dev.warmline.usecase.DeliverAlert.Delivered;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** The alert topic: every alert goes to the Slack channel. */
public final class NotifyHandler implements RequestStreamHandler {
  /** What the channel is called in the record of deliveries. */
  public static final String CHANNEL = "slack";

  private static final byte[] NOTHING_TO_SAY = "null".getBytes(UTF_8);

  private final DeliverAlert deliverAlert;
  private final Consumer<Delivered> observer;
  private final InstantSource clock;

  /** Reads the environment and wires the real adapters. */
  public NotifyHandler() {
    this(LambdaClients.ofProcess(), Environment.ofProcess(), InstantSource.system());
    WarmUp.register(
        System.getenv(), Rehearsal::run, List.of(LambdaClients.tables(), LambdaClients.secrets()));
  }

  private NotifyHandler(LambdaClients clients, Environment environment, InstantSource clock) {
    this(
        new Stores(clients.dynamoDb(), tables(environment)),
        new WebhookSecret(clients.secretsManager(), environment.text("SLACK_WEBHOOK_SECRET_ARN")),
        WebhookAddress.SLACK,
        clock);
    environment.verify();
  }

  /** Works on these stores and posts to the address in this secret. */
  public NotifyHandler(
      Stores stores, WebhookSecret secret, WebhookAddress allowed, InstantSource clock) {
    this(
        new DeliverAlert(
            stores.deliveries(),
            new SlackWebhook(() -> URI.create(secret.value(clock.instant())), allowed)),
        new DeliveryMetrics(Metrics.toStandardOutput("notify"), clock)::count,
        clock);
  }

  /**
   * Receives what it works with.
   *
   * @param observer is told every outcome, for logs and metrics
   */
  public NotifyHandler(
      DeliverAlert deliverAlert, Consumer<Delivered> observer, InstantSource clock) {
    this.deliverAlert = deliverAlert;
    this.observer = observer;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    handleRequest(LambdaJson.readNotifications(input), context);
    output.write(NOTHING_TO_SAY);
  }

  /**
   * Delivers each alert of the event.
   *
   * @throws NotDelivered if one must come again; those already delivered are then dropped
   */
  public void handleRequest(SNSEvent event, Context context) {
    for (var message : event.getRecords()) {
      var body = message.getSNS().getMessage();
      var outcome = deliverAlert.deliver(body, CHANNEL, context.getAwsRequestId(), clock.instant());
      respond(outcome, context);
    }
  }

  private void respond(Delivered outcome, Context context) {
    observer.accept(outcome);
    switch (outcome) {
      case Delivered.HeldByAnother(var id) ->
          throw new NotDelivered("alert " + id + " is being posted by another invocation");
      case Delivered.TryAgain(var id, var pause) ->
          throw new NotDelivered("alert " + id + ": Slack " + excuse(pause));
      case Delivered.Refused(var id, var status, var reason) ->
          context
              .getLogger()
              .log("Slack refused alert %s: %d %s".formatted(id, status, reason), LogLevel.ERROR);
      case Delivered.Posted _, Delivered.Repeated _, Delivered.NoAlert _ -> {}
    }
  }

  private static String excuse(Duration pause) {
    return pause.isZero() ? "is not taking it now" : "asks to wait " + pause.toSeconds() + "s";
  }

  private static TableNames tables(Environment environment) {
    return new TableNames("", environment.text("LEADS_TABLE"), "", "");
  }
}
