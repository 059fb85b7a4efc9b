package dev.warmline.functions.score;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.aws.runtime.LambdaClients;
import dev.warmline.aws.runtime.WarmUp;
import dev.warmline.aws.stream.EventBatch;
import dev.warmline.aws.stream.LambdaJson;
import dev.warmline.event.Lanes;
import dev.warmline.event.ParkedEvents;
import dev.warmline.usecase.ScoreEvents;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;

/** The events stream, a batch at a time. */
public final class ScoreHandler implements RequestStreamHandler {
  /** How many leads of a batch are brought up to date side by side. */
  private static final Lanes LANES = new Lanes(8);

  private final ScoreEvents scoreEvents;
  private final ParkedEvents parked;
  private final InstantSource clock;

  /** Reads the environment and wires the real adapters. */
  public ScoreHandler() {
    var stores = new Stores(LambdaClients.ofProcess().dynamoDb(), tables(Environment.ofProcess()));
    this(stores, InstantSource.system());
    WarmUp.register(
        System.getenv(),
        Rehearsal::run,
        List.of(LambdaClients.tables()),
        () -> stores.models().current(clock.instant()));
  }

  /** Works on these stores. */
  public ScoreHandler(Stores stores, InstantSource clock) {
    this(
        new ScoreEvents(
            stores.models(),
            stores.directory(),
            stores.evaluateLead(),
            stores.parkedEvents(),
            LANES),
        stores.parkedEvents(),
        clock);
  }

  /** Receives what it works with. */
  public ScoreHandler(ScoreEvents scoreEvents, ParkedEvents parked, InstantSource clock) {
    this.scoreEvents = scoreEvents;
    this.parked = parked;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    LambdaJson.write(handleRequest(LambdaJson.readStream(input), context), output);
  }

  /** The same with a batch that was read. */
  public StreamsEventResponse handleRequest(DynamodbEvent records, Context context) {
    var now = clock.instant();
    var batch = EventBatch.read(records, parked, now);
    return batch.answer(scoreEvents.score(batch.events(), now));
  }

  private static TableNames tables(Environment environment) {
    var names =
        new TableNames(
            environment.text("EVENTS_TABLE"),
            environment.text("LEADS_TABLE"),
            environment.text("PARKED_TABLE"),
            environment.text("MODELS_TABLE"));
    environment.verify();
    return names;
  }
}
