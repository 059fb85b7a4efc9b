package dev.warmline.functions.collect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.aws.dynamo.Database;
import dev.warmline.aws.priming.CannedRequest;
import dev.warmline.aws.priming.Priming;
import dev.warmline.aws.priming.Rehearsal;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.aws.runtime.LambdaClients;
import dev.warmline.usecase.IngestEvents;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Takes events in over API Gateway's REST proxy integration. */
public final class CollectHandler implements RequestStreamHandler {
  private final IngestEvents ingest;
  private final Journal journal;
  private final InstantSource clock;

  /** Reads the environment and wires the real adapters. */
  public CollectHandler() {
    var environment = CollectEnvironment.of(Environment.ofProcess());
    var rehearsal = rehearsal(environment);
    var clock = InstantSource.system();
    Priming.beside(System.getenv(), rehearsal);
    this(
        environment.ingest(new Database(LambdaClients.ofProcess().dynamoDb()), clock),
        Journal.of("collect"),
        clock);
    Priming.register(System.getenv(), rehearsal, List.of(LambdaClients.tables()), () -> {});
  }

  /** Takes events into this use case, by this clock. */
  public CollectHandler(IngestEvents ingest, Journal journal, InstantSource clock) {
    this.ingest = ingest;
    this.journal = journal;
    this.clock = clock;
  }

  static Rehearsal rehearsal(CollectEnvironment environment) {
    return CannedRequest.to(
        database -> {
          var ingest = environment.ingest(database, Rehearsal.CLOCK);
          return new CollectHandler(ingest, Journal.ofNothing(), Rehearsal.CLOCK)::handle;
        },
        environment.modelsTable());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    handle(in, out, context.getAwsRequestId());
  }

  private void handle(InputStream in, OutputStream out, String requestId) throws IOException {
    answer(ApiRequest.read(in), requestId).write(out);
  }

  private ApiResponse answer(ApiRequest request, String requestId) {
    try {
      var doors = Doors.into(new JournaledIngest(ingest, journal, requestId));
      return doors.answer(request, clock.instant());
    } catch (RuntimeException e) {
      journal.log().error("request failed", requestId, e, Map.of("method", request.method()));
      return Cors.on(Answers.failed(), request);
    }
  }
}
