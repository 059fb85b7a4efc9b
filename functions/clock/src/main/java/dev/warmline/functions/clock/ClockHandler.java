package dev.warmline.functions.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.priming.CannedTick;
import dev.warmline.aws.priming.Priming;
import dev.warmline.aws.priming.Rehearsal;
import dev.warmline.aws.publish.PacedPublisher;
import dev.warmline.aws.publish.SnsAlertPublisher;
import dev.warmline.aws.runtime.Causes;
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

/** The schedule, once a minute: what the schedule sends says nothing that matters. */
public final class ClockHandler implements RequestStreamHandler {
  /** How many due leads and notices one page takes. */
  private static final int PAGE = 50;

  /** Time enough to end a page before the function is stopped. */
  private static final int ENOUGH_MILLIS = 20_000;

  private final TickClock tickClock;
  private final Journal journal;
  private final InstantSource clock;

  /** Reads the environment and wires the real adapters. */
  public ClockHandler() {
    var environment = ClockEnvironment.of(Environment.ofProcess());
    var clients = LambdaClients.ofProcess();
    var stores = new Stores(clients.dynamoDb(), environment.names());
    var clock = InstantSource.system();
    var topic = new SnsAlertPublisher(clients.sns(), environment.topicArn());
    var paced = new PacedPublisher(topic, stores.dailyQuota(), clock);
    var journal = Journal.of("clock");
    this(ClockEnvironment.tickClock(stores, paced, journal), journal, clock);
    Priming.register(
        System.getenv(),
        rehearsal(environment),
        List.of(LambdaClients.tables(), LambdaClients.topic()),
        () -> stores.models().current(clock.instant()));
  }

  /** Works with what it is given. */
  public ClockHandler(TickClock tickClock, Journal journal, InstantSource clock) {
    this.tickClock = tickClock;
    this.journal = journal;
    this.clock = clock;
  }

  static Rehearsal rehearsal(ClockEnvironment environment) {
    return CannedTick.to(
        (database, topic) -> {
          var stores = new Stores(database, environment.names());
          var ticking = ClockEnvironment.tickClock(stores, topic, Journal.ofNothing());
          var handler = new ClockHandler(ticking, Journal.ofNothing(), Rehearsal.CLOCK);
          return (_, out, requestId) -> handler.tick(out, requestId, () -> 0);
        },
        environment.names().models());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    tick(out, context.getAwsRequestId(), context::getRemainingTimeInMillis);
  }

  private void tick(OutputStream out, String requestId, IntSupplier left) throws IOException {
    var stuck = new HashSet<Due>();
    var done = 0L;
    Ticked ticked;
    do {
      ticked = tickClock.tick(requestId, clock.instant(), PAGE, stuck);
      stuck.addAll(ticked.stuck());
      done += ticked.done();
      note(ticked, requestId);
    } while (ticked.more() && ticked.failed().isEmpty() && left.getAsInt() > ENOUGH_MILLIS);
    // The alarm on alerts that stay unsent reads the second number.
    var counts = Map.of("LeadsWorkedOff", done, "LeadsNotWorkedOff", (long) ticked.failed().size());
    journal.metrics().count(clock.instant(), counts);
    out.write("{}".getBytes(UTF_8));
  }

  /** Of what failed only the kind: its words may quote what a visitor sent. */
  private void note(Ticked ticked, String requestId) {
    ticked.sent().forEach(sent -> journal.alerted(clock.instant(), sent));
    ticked
        .failed()
        .forEach(
            (due, why) ->
                journal
                    .log()
                    .warn(
                        "to be retried",
                        requestId,
                        Map.of("item", TickClock.name(due), "causes", Causes.of(why))));
  }
}
