package dev.warmline.deploy;

import dev.warmline.aws.dynamo.DynamoErasures;
import dev.warmline.aws.dynamo.ModelPublisher;
import dev.warmline.aws.dynamo.ModelPublisher.Quiet;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.runtime.Backoff;
import dev.warmline.aws.runtime.Clients;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.event.Lanes;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;

/** The steps that bring a stack's data back: {@code restore}, {@code rebuild}. */
record Recovery(Environment environment, PrintStream out, InstantSource clock) {
  private static final Lanes LANES = new Lanes(16);
  private static final Set<String> TABLES = Set.of("leads", "events", "parked", "models");
  private static final int MOST_SHOWN = 10;

  /**
   * Makes the leads again from the log, under a publication of the model in force that keeps quiet
   * what was received before.
   *
   * @param until what was received up to then announces nobody; empty text for now
   * @throws IllegalArgumentException if it is no instant or lies ahead
   * @throws IllegalStateException if some leads could not be made again
   */
  void rebuild(String until) {
    var names =
        new TableNames(
            environment.text("EVENTS_TABLE"),
            environment.text("LEADS_TABLE"),
            "",
            environment.text("MODELS_TABLE"));
    environment.verify();
    var instant = instant(until);
    var client = Clients.dynamoDb();
    var stores = new Stores(client, names);
    var relive = new Relive(stores.eventLog(), stores.leadStore(), Backoff.forConflicts());
    var rebuild =
        new Rebuild(stores.eventLog(), stores::whose, relive, stores.evaluateActs(), LANES, clock);
    var model = stores.models().current(clock.instant()).model();
    new ModelPublisher(client, names.models()).publish(model.source(), Quiet.FROM_NOW, instant);
    var quiet = new Stores(client, names).models().current(clock.instant());
    var done = rebuild.run(Profiles.in(client, names.events()), quiet);
    out.printf(
        "%d leads are rebuilt from the log; what was received until %s announces nobody%n",
        done.leads(), instant);
    if (done.waiting() > 0) {
      out.printf("%d of them qualify and wait: see warmline release --list%n", done.waiting());
    }
    if (!done.failed().isEmpty()) {
      var shown = String.join("\n  ", done.failed().stream().limit(MOST_SHOWN).toList());
      throw new IllegalStateException(
          "%d could not be rebuilt; run it again once the cause is mended:%n  %s"
              .formatted(done.failed().size(), shown));
    }
  }

  /**
   * Puts back what is missing in one of the stack's tables.
   *
   * @param table leads, events, parked or models
   * @param from the name of the table that was restored beside it
   */
  void restore(String table, String from) {
    if (!TABLES.contains(table)) {
      throw new IllegalArgumentException("a stack has the tables " + String.join(", ", TABLES));
    }
    var to = environment.text(table.toUpperCase(Locale.ROOT) + "_TABLE");
    var leads = environment.text("LEADS_TABLE");
    var models = environment.text("MODELS_TABLE");
    environment.verify();
    if (to.equals(from)) {
      throw new IllegalArgumentException(
          from + " is the stack's own table; name the one that was restored beside it");
    }
    var client = Clients.dynamoDb();
    var marks = new DynamoErasures(client, leads, models);
    var restore = new Restore(client, from, to, marks, clock.instant());
    var items = table.equals("leads") ? restore.leads() : restore.items();
    out.printf("%d items are put back into the %s table%n", items, table);
  }

  private Instant instant(String text) {
    var now = clock.instant();
    if (text.isEmpty()) {
      return now;
    }
    try {
      var until = Instant.parse(text);
      if (!until.isAfter(now)) {
        return until;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--until " + text + " is no instant; write it like 2026-03-02T15:00:00Z", e);
    }
    throw new IllegalArgumentException("--until " + text + " lies ahead: it is " + now + " now");
  }
}
