package dev.warmline.functions.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmline.aws.dynamo.Database;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.priming.CannedTick;
import dev.warmline.aws.priming.Priming;
import dev.warmline.aws.priming.Rehearsal;
import dev.warmline.aws.publish.PacedPublisher;
import dev.warmline.aws.publish.SnsAlertPublisher;
import dev.warmline.aws.publish.Subscriptions;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.aws.runtime.LambdaClients;
import dev.warmline.lead.Due;
import dev.warmline.usecase.TickClock;
import dev.warmline.usecase.TickClock.Ticked;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The schedule, once a minute: what the schedule sends says nothing that matters. */
public final class ClockHandler implements RequestStreamHandler {
  /** How many due leads and notices one page takes. */
  private static final int PAGE = 50;

  /** Time enough to end a page before the function is stopped. */
  private static final int ENOUGH_MILLIS = 20_000;

  private final TickClock tickClock;
  private final TickJournal journal;
  private final InstantSource clock;

  /** Reads the environment and wires the real adapters. */
  public ClockHandler() {
    var environment = ClockEnvironment.of(Environment.ofProcess());
    var clients = LambdaClients.ofProcess();
    var journal = Journal.of("clock");
    var stores = new Stores(new Database(clients.dynamoDb()), environment.names(), journal);
    var clock = InstantSource.system();
    var topic = new SnsAlertPublisher(clients.sns(), environment.topicArn());
    var paced = new PacedPublisher(topic, stores.dailyQuota(), clock);
    this(
        ClockEnvironment.tickClock(stores, paced, environment.desk(), journal),
        journal,
        new Subscriptions(clients.sns(), environment.topicArn()),
        clock);
    Priming.register(
        System.getenv(),
        rehearsal(environment),
        List.of(LambdaClients.tables(), LambdaClients.topic()),
        () -> stores.remember(clock.instant()));
  }

  /** Works with what it is given. */
  public ClockHandler(
      TickClock tickClock,
      Journal journal,
      Supplier<Map<String, Long>> subscriptions,
      InstantSource clock) {
    this.tickClock = tickClock;
    this.journal = new TickJournal(journal, subscriptions);
    this.clock = clock;
  }

  static Rehearsal rehearsal(ClockEnvironment environment) {
    return CannedTick.to(
        (database, topic) -> {
          var stores = new Stores(database, environment.names());
          var ticking =
              ClockEnvironment.tickClock(stores, topic, environment.desk(), Journal.ofNothing());
          var handler = new ClockHandler(ticking, Journal.ofNothing(), Map::of, Rehearsal.CLOCK);
          return (_, out, requestId) -> handler.tick(out, requestId, () -> 0);
        },
        environment.names().models());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    tick(out, context.getAwsRequestId(), context::getRemainingTimeInMillis);
  }

  private void tick(OutputStream out, String requestId, IntSupplier left) throws IOException {
    var failed = new HashSet<Due>();
    var done = 0L;
    Ticked ticked;
    do {
      ticked = tickClock.tick(requestId, clock.instant(), PAGE, failed);
      failed.addAll(ticked.failed().keySet());
      done += ticked.done();
      journal.page(ticked, requestId, clock.instant());
    } while (ticked.more() && left.getAsInt() > ENOUGH_MILLIS);
    journal.tick(done, failed.size(), requestId, clock.instant());
    out.write("{}".getBytes(UTF_8));
  }
}
