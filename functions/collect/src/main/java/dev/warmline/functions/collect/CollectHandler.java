package dev.warmline.functions.collect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.aws.runtime.LambdaClients;
import dev.warmline.aws.runtime.WarmUp;
import dev.warmline.event.Deadline;
import dev.warmline.usecase.IngestEvents;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Takes events in over API Gateway's REST proxy integration. */
public final class CollectHandler implements RequestStreamHandler {
  /**
   * How long after its arrival work on a request may be started. API Gateway waits 29 seconds, and
   * a call to a table that has been started may take eight.
   */
  private static final Duration TIME_TO_START = Duration.ofSeconds(18);

  private final IngestEvents ingest;
  private final JournaledIngest.Journal journal;
  private final InstantSource clock;

  /** Reads the environment and wires the real adapters. */
  public CollectHandler() {
    WarmUp.beside(System.getenv(), Rehearsal::dryRun);
    this(
        new Stores(LambdaClients.ofProcess().dynamoDb(), tables(Environment.ofProcess())),
        InstantSource.system());
    WarmUp.register(System.getenv(), Rehearsal::run, List.of(LambdaClients.tables()));
  }

  /** Works on these stores. */
  public CollectHandler(Stores stores, InstantSource clock) {
    this(stores, JournaledIngest.Journal.toStandardOutput(), clock);
  }

  /** Works on these stores and writes down what it does in this journal. */
  CollectHandler(Stores stores, JournaledIngest.Journal journal, InstantSource clock) {
    this(
        new IngestEvents(
            stores.eventLog(),
            stores.parkedEvents(),
            stores.sources(),
            stores.dailyQuota(),
            received -> Deadline.at(received.plus(TIME_TO_START), clock)),
        journal,
        clock);
  }

  /** Takes events into this use case, by this clock. */
  CollectHandler(IngestEvents ingest, JournaledIngest.Journal journal, InstantSource clock) {
    this.ingest = ingest;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var request = ApiRequest.read(in);
    answer(request, context.getAwsRequestId()).write(out);
  }

  ApiResponse answer(ApiRequest request, String requestId) {
    try {
      var doors = Doors.into(new JournaledIngest(ingest, journal, requestId));
      return doors.answer(request, clock.instant());
    } catch (RuntimeException e) {
      journal.log().error("request failed", requestId, e, Map.of("method", request.method()));
      return Cors.on(Answers.failed(), request);
    }
  }

  private static TableNames tables(Environment environment) {
    var names =
        new TableNames(
            environment.text("EVENTS_TABLE"),
            "",
            environment.text("PARKED_TABLE"),
            environment.text("MODELS_TABLE"));
    environment.verify();
    return names;
  }
}
