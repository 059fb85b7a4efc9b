package dev.warmline.aws.stream;

import dev.warmline.lead.Lead;
import dev.warmline.lead.Stage;
import java.util.Optional;

/**
 * A lead as it was written, and the stage it had before.
 *
 * @param from empty if the lead was not there before
 */
public record LeadEdge(Optional<Stage> from, Lead lead) {

  /** Whether this write brought a living lead into the stage. */
  public boolean enters(Stage stage) {
    return !lead.isTombstone() && lead.stage() == stage && !from.equals(Optional.of(stage));
  }
}
