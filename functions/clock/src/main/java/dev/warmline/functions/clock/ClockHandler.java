package dev.warmline.functions.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.publish.SnsAlertPublisher;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.aws.runtime.LambdaClients;
import dev.warmline.aws.runtime.Metrics;
import dev.warmline.aws.runtime.WarmUp;
import dev.warmline.handoff.AlertPublisher;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.lead.LeadId;
import dev.warmline.usecase.HandOffLead;
import dev.warmline.usecase.TickClock;
import dev.warmline.usecase.TickClock.Ticked;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schedule, once a minute: what the schedule sends says nothing that matters. */
public final class ClockHandler implements RequestStreamHandler {
  /** How many due leads one page takes. */
  private static final int PAGE = 200;

  /** Time enough to end a page before the function is stopped. */
  private static final int ENOUGH_MILLIS = 20_000;

  private final TickClock tickClock;
  private final InstantSource clock;

  /** Reads the environment and wires the real adapters. */
  public ClockHandler() {
    var clients = LambdaClients.ofProcess();
    var environment = Environment.ofProcess();
    var stores = new Stores(clients.dynamoDb(), tables(environment));
    var publisher = new SnsAlertPublisher(clients.sns(), environment.text("ALERT_TOPIC_ARN"));
    environment.verify();
    this(stores, publisher, InstantSource.system());
    WarmUp.register(
        System.getenv(),
        Rehearsal::run,
        List.of(LambdaClients.tables(), LambdaClients.topic()),
        () -> stores.models().current(clock.instant()));
  }

  /** Works on these stores and publishes to this topic. */
  public ClockHandler(Stores stores, AlertPublisher publisher, InstantSource clock) {
    this(
        new TickClock(
            stores.models(),
            stores.leadStore(),
            stores.directory(),
            stores.evaluateLead(),
            new HandOffLead(
                stores.leadStore(),
                stores.alertStore(),
                publisher,
                new AlertRenderer(Optional.empty())),
            stores.parkedEvents()),
        clock);
  }

  /** Works with what it is given. */
  public ClockHandler(TickClock tickClock, InstantSource clock) {
    this.tickClock = tickClock;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var stuck = new HashSet<LeadId>();
    var evaluated = 0L;
    Ticked ticked;
    do {
      ticked = tickClock.tick(context.getAwsRequestId(), clock.instant(), PAGE, stuck);
      stuck.addAll(ticked.stuck());
      evaluated += ticked.evaluated();
    } while (ticked.more()
        && ticked.failed() == 0
        && context.getRemainingTimeInMillis() > ENOUGH_MILLIS);
    count(evaluated, ticked.failed());
    output.write("{}".getBytes(UTF_8));
  }

  /** The alarm on alerts that stay unsent reads the second number. */
  private void count(long evaluated, long failed) {
    Metrics.toStandardOutput("clock")
        .count(clock.instant(), Map.of("LeadsWorkedOff", evaluated, "LeadsNotWorkedOff", failed));
  }

  private static TableNames tables(Environment environment) {
    return new TableNames(
        environment.text("EVENTS_TABLE"),
        environment.text("LEADS_TABLE"),
        environment.text("PARKED_TABLE"),
        environment.text("MODELS_TABLE"));
  }
}
