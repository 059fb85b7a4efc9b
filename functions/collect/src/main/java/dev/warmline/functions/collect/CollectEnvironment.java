package dev.warmline.functions.collect;

import dev.warmline.aws.dynamo.Database;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.event.Deadline;
import dev.warmline.event.ErasedPersons;
import dev.warmline.usecase.IngestEvents;
import java.time.Duration;
import java.time.InstantSource;

/** What collect is told: the names of the tables it works on. */
public record CollectEnvironment(
    String eventsTable, String leadsTable, String parkedTable, String modelsTable) {
  /**
   * How long after its arrival work on a request may be started. What was started last may take
   * {@link Clients#CALL}, and the answer must be given within the function's timeout, which leaves
   * some of the 29 seconds that API Gateway waits for a cold start.
   */
  public static final Duration TIME_TO_START = Duration.ofSeconds(16);

  /** As these variables say. */
  static CollectEnvironment of(Environment variables) {
    var told =
        new CollectEnvironment(
            variables.text("EVENTS_TABLE"),
            variables.text("LEADS_TABLE"),
            variables.text("PARKED_TABLE"),
            variables.text("MODELS_TABLE"));
    variables.verify();
    return told;
  }

  /** The use case on these tables. */
  public IngestEvents ingest(Database database, InstantSource clock) {
    return new IngestEvents(
        database.eventLog(eventsTable),
        database.parkedEvents(parkedTable),
        database.sources(modelsTable),
        database.dailyQuota(parkedTable),
        received -> Deadline.at(received.plus(TIME_TO_START), clock),
        new ErasedPersons(database.erasures(leadsTable, modelsTable)));
  }
}
