package dev.warmline.aws.priming;

import java.io.InputStream;

/** One minute of the schedule, in which nothing is due. */
public final class CannedTick {
  private CannedTick() {}

  /** To a function that finds its model in this table. */
  public static Rehearsal to(Rehearsal.PublishingWiring function, String modelsTable) {
    return tables -> {
      CannedModel.publish(tables, modelsTable);
      CannedTeam.publish(tables, modelsTable);
      try (var topic = new NoTopic()) {
        function.over(tables.database(), topic.publisher()).handle(InputStream.nullInputStream());
      }
    };
  }
}
