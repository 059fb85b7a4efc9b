package dev.warmline.functions.score;

import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.runtime.Environment;

/** What score is told: the names of the tables it works on. */
record ScoreEnvironment(TableNames names) {

  /** As these variables say. */
  static ScoreEnvironment of(Environment variables) {
    var names =
        new TableNames(
            variables.text("EVENTS_TABLE"),
            variables.text("LEADS_TABLE"),
            variables.text("PARKED_TABLE"),
            variables.text("MODELS_TABLE"));
    variables.verify();
    return new ScoreEnvironment(names);
  }
}
