package dev.warmline.aws.priming;

import dev.warmline.aws.dynamo.TeamPublisher;

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
    var team = CannedModel.json(TEAM);
    new TeamPublisher(tables.silent(), modelsTable)
        .publish(_ -> new TeamPublisher.Draft(team, "rehearsal"), "nobody", Rehearsal.NOW);
  }
}
