package dev.warmline.functions.detect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import dev.warmline.aws.dynamo.Database;
import dev.warmline.aws.priming.CannedLead;
import dev.warmline.aws.priming.Priming;
import dev.warmline.aws.priming.Rehearsal;
import dev.warmline.aws.publish.SnsAlertPublisher;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.aws.runtime.LambdaClients;
import dev.warmline.aws.stream.LambdaJson;
import dev.warmline.event.ParkedEvents;
import dev.warmline.usecase.SendNotices;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;

/** The leads stream: each new notice is sent. */
public final class DetectHandler implements RequestStreamHandler {
  private final NoticeRecords notices;

  /** Reads the environment and wires the real adapters. */
  public DetectHandler() {
    var environment = DetectEnvironment.of(Environment.ofProcess());
    var clients = LambdaClients.ofProcess();
    var database = new Database(clients.dynamoDb());
    var clock = InstantSource.system();
    var topic = new SnsAlertPublisher(clients.sns(), environment.topicArn());
    this(
        environment.send(database, environment.paced(topic, database, clock)),
        environment.parked(database),
        Journal.of("detect"),
        clock);
    Priming.register(
        System.getenv(),
        rehearsal(environment),
        List.of(LambdaClients.tables(), LambdaClients.topic()),
        () -> {});
  }

  /** Receives what it works with. */
  public DetectHandler(
      SendNotices send, ParkedEvents parked, Journal journal, InstantSource clock) {
    this.notices = new NoticeRecords(send, journal.noting(parked), journal, clock);
  }

  static Rehearsal rehearsal(DetectEnvironment environment) {
    return CannedLead.to(
        (database, topic) ->
            new DetectHandler(
                    environment.send(database, environment.paced(topic, database, Rehearsal.CLOCK)),
                    environment.parked(database),
                    Journal.ofNothing(),
                    Rehearsal.CLOCK)
                ::handle,
        environment.leadsTable());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    handle(in, out, context.getAwsRequestId());
  }

  private void handle(InputStream in, OutputStream out, String requestId) throws IOException {
    LambdaJson.write(detect(LambdaJson.readStream(in), requestId), out);
  }

  /** Names the first record that is not done; Lambda comes again with it and all after it. */
  public StreamsEventResponse detect(DynamodbEvent event, String requestId) {
    return new StreamsEventResponse(
        notices.firstUndone(event.getRecords(), requestId).stream()
            .map(BatchItemFailure::new)
            .toList());
  }
}
