package dev.warmline.functions.score;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.warmline.aws.dynamo.Database;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.priming.CannedEvents;
import dev.warmline.aws.priming.Priming;
import dev.warmline.aws.priming.Rehearsal;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.aws.runtime.LambdaClients;
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
    var environment = ScoreEnvironment.of(Environment.ofProcess());
    var journal = Journal.of("score");
    var database = new Database(LambdaClients.ofProcess().dynamoDb());
    var stores = new Stores(database, environment.names(), journal);
    var parked = journal.noting(stores.parkedEvents());
    this(scoreEvents(stores, parked), parked, InstantSource.system());
    Priming.register(
        System.getenv(),
        rehearsal(environment),
        List.of(LambdaClients.tables()),
        () -> stores.remember(clock.instant()));
  }

  /** Receives what it works with. */
  public ScoreHandler(ScoreEvents scoreEvents, ParkedEvents parked, InstantSource clock) {
    this.scoreEvents = scoreEvents;
    this.parked = parked;
    this.clock = clock;
  }

  /** Wired to these stores. */
  public static ScoreHandler over(Stores stores, Journal journal, InstantSource clock) {
    var parked = journal.noting(stores.parkedEvents());
    return new ScoreHandler(scoreEvents(stores, parked), parked, clock);
  }

  static Rehearsal rehearsal(ScoreEnvironment environment) {
    return CannedEvents.to(
        database -> {
          var stores = new Stores(database, environment.names());
          var handler = over(stores, Journal.ofNothing(), Rehearsal.CLOCK);
          return (in, out, _) -> handler.handle(in, out);
        },
        environment.names());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    handle(in, out);
  }

  private void handle(InputStream in, OutputStream out) throws IOException {
    LambdaJson.write(score(LambdaJson.readStream(in)), out);
  }

  /** The same with a batch that was read. */
  public StreamsEventResponse score(DynamodbEvent records) {
    var now = clock.instant();
    var batch = EventBatch.read(records, parked, now);
    return batch.answer(scoreEvents.score(batch.events(), now));
  }

  private static ScoreEvents scoreEvents(Stores stores, ParkedEvents parked) {
    return new ScoreEvents(stores.models(), stores::whose, stores.evaluateActs(), parked, LANES);
  }
}
