package dev.warmline.score;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules make of a lead at one instant: the scorecard explains it, and the search for the
 * next change goes from one to the next.
 *
 * @param at the instant in milliseconds
 * @param hits what each rule of the model kept, in the order of the model
 * @param sums what the hits of each rule are worth
 * @param tallies how those add up to each score, in the order of the model
 * @param interests topics of the hits, ranked by points
 * @param latestPositiveHit the newest kept hit of a rule with positive points, or fast-track signal
 * @param verdict what somebody acts on
 */
record ScoredInstant(
    long at,
    List<RuleHits> hits,
    List<PartedSum> sums,
    Map<String, Tally> tallies,
    List<String> interests,
    Optional<Instant> latestPositiveHit,
    Verdict verdict) {

  ScoredInstant {
    tallies = Collections.unmodifiableMap(new LinkedHashMap<>(tallies));
  }
}
