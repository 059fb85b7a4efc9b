package dev.warmline.functions.detect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.publish.SnsAlertPublisher;
import dev.warmline.aws.runtime.Causes;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.aws.runtime.LambdaClients;
import dev.warmline.aws.runtime.WarmUp;
import dev.warmline.aws.stream.LambdaJson;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.AlertPublisher;
import dev.warmline.handoff.AlertPublisher.PublishFailed;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.usecase.HandOffLead;
import dev.warmline.usecase.HandOffLead.HandedOff;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The leads stream: what sales must hear of is handed off, in order. */
public final class DetectHandler implements RequestStreamHandler {
  private static final String STREAM = "leads-stream";

  private final HandOffLead handOff;
  private final ParkedEvents parked;
  private final InstantSource clock;

  /** Reads the environment and wires the real adapters. */
  public DetectHandler() {
    this(LambdaClients.ofProcess(), Environment.ofProcess(), InstantSource.system());
    WarmUp.register(
        System.getenv(), Rehearsal::run, List.of(LambdaClients.tables(), LambdaClients.topic()));
  }

  private DetectHandler(LambdaClients clients, Environment environment, InstantSource clock) {
    this(
        new Stores(clients.dynamoDb(), tables(environment)),
        new SnsAlertPublisher(clients.sns(), environment.text("ALERT_TOPIC_ARN")),
        clock);
    environment.verify();
  }

  /** Works on these stores and publishes to this topic. */
  public DetectHandler(Stores stores, AlertPublisher publisher, InstantSource clock) {
    this(
        new HandOffLead(
            stores.leadStore(),
            stores.alertStore(),
            publisher,
            new AlertRenderer(Optional.empty())),
        stores.parkedEvents(),
        clock);
  }

  /** Receives what it works with. */
  public DetectHandler(HandOffLead handOff, ParkedEvents parked, InstantSource clock) {
    this.handOff = handOff;
    this.parked = parked;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    LambdaJson.write(handleRequest(LambdaJson.readStream(input), context), output);
  }

  /** Names the first record that is not done; Lambda comes again with it and all after it. */
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    for (var change : event.getRecords()) {
      if (!isDone(change, context)) {
        var failure = new BatchItemFailure(change.getDynamodb().getSequenceNumber());
        return new StreamsEventResponse(List.of(failure));
      }
    }
    return new StreamsEventResponse(List.of());
  }

  private boolean isDone(DynamodbStreamRecord change, Context context) {
    try {
      return Edge.of(change)
          .map(lead -> handOff.handOff(lead, context.getAwsRequestId(), clock.instant()))
          .filter(HandedOff.HeldByAnother.class::isInstance)
          .isEmpty();
    } catch (StoreUnavailable | PublishFailed e) {
      context.getLogger().log("to be retried: " + Causes.of(e), LogLevel.WARN);
      return false;
    } catch (RuntimeException e) {
      context.getLogger().log("parked: " + Causes.of(e), LogLevel.ERROR);
      return isParked(change, e);
    }
  }

  private boolean isParked(DynamodbStreamRecord change, RuntimeException cause) {
    try {
      var reason = cause.getClass().getSimpleName() + ": " + cause.getMessage();
      var raw = Edge.describe(change);
      parked.park(new ParkedEvent(STREAM, reason, clock.instant(), raw));
      return true;
    } catch (StoreUnavailable e) {
      return false;
    }
  }

  private static TableNames tables(Environment environment) {
    return new TableNames(
        "", environment.text("LEADS_TABLE"), environment.text("PARKED_TABLE"), "");
  }
}
