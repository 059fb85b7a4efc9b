package dev.warmline.collect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.runtime.Clients;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.aws.runtime.WarmUp;
import dev.warmline.usecase.IngestEvents;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Takes events in over API Gateway's REST proxy integration. */
public final class CollectHandler implements RequestStreamHandler {
  private final Doors doors;
  private final InstantSource clock;

  /** Reads the environment and wires the real adapters. */
  public CollectHandler() {
    this(new Stores(Clients.dynamoDb(), tables(Environment.ofProcess())), InstantSource.system());
    WarmUp.register(System.getenv(), Rehearsal::run, List.of(DynamoDbClient.class));
  }

  /** Works on these stores. */
  public CollectHandler(Stores stores, InstantSource clock) {
    this(new IngestEvents(stores.eventLog(), stores.parkedEvents(), stores.sources()), clock);
  }

  /** Takes events into this use case, by this clock. */
  public CollectHandler(IngestEvents ingest, InstantSource clock) {
    this.doors = Doors.into(ingest);
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var request = ApiRequest.read(in);
    answer(request, context).write(out);
  }

  private ApiResponse answer(ApiRequest request, Context context) {
    try {
      return doors.answer(request, clock.instant());
    } catch (RuntimeException e) {
      context.getLogger().log("{\"level\":\"ERROR\",\"error\":\"" + e.getClass().getName() + "\"}");
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
