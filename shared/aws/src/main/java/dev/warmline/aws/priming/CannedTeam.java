package dev.warmline.aws.priming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.TeamPublisher;
import dev.warmline.event.Json;

/** One colleague who serves the queue that {@link CannedModel} routes to, day and night. */
final class CannedTeam {
  static final String EMAIL = "nobody@example.com";

  private static final String TEAM =
      """
      {"people":{"nobody":{"name":"Nobody","email":"%s","role":"sales"}},
       "calendars":{"always":{"zone":"UTC","open":{"mon-sun":["00:00-24:00"]}}},
       "queues":{"sales":{"members":["nobody"],"calendar":"always"}},
       "sla":[{"accept-within":"4h"}]}\
      """
          .formatted(EMAIL);

  private CannedTeam() {}

  static void publish(HarmlessTables tables, String modelsTable) {
    try {
      var team = (ObjectNode) Json.read(TEAM);
      new TeamPublisher(tables.silent(), modelsTable)
          .publish(_ -> new TeamPublisher.Draft(team, "rehearsal"), "nobody", Rehearsal.NOW);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
