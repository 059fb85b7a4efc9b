package dev.warmline.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Why a score is what it is, for people. */
public final class ScoreReasons {
  private ScoreReasons() {}

  /**
   * The reasons of one score or of the fit, the largest first and what limits took away last; they
   * add up to its points. Their words are one line each, without what hides or reorders others.
   *
   * @param lines as a stored scorecard has them
   */
  public static List<Reason> of(JsonNode lines) {
    return Reasons.forReading(AlertFields.array(lines).map(AlertFields::reason).toList());
  }
}
