/**
 * The pure function from events to a scorecard, with its explanation. Read {@link
 * dev.warmline.score.Scorer} first: it is the whole of it for people who have the log.
 *
 * <pre>
 * events ── CountingEvents (Twins) ─► that count ── Fold ─► RuleFold: the kept hits of each rule
 *                                                     ├─► TraitFold, Purchases: traits
 *                                                     └─► Touches: what brought the person
 *
 * hits   ── Evaluator ─► DecayedPoints, rounded once ─► clamps of rule, group, score ─► Scorecard
 *              └─► ConditionJudge, FastTracks ─► whether it qualifies
 *
 * card   ── NextChange ─► the instant before which time alone changes nothing (ScoreBounds)
 * </pre>
 *
 * <ul>
 *   <li>{@code Points} are thousandths in a {@code long}: after one rounding all is exact, so the
 *       lines of a scorecard always sum to it.
 *   <li>{@code Checkpoint} is the same function without the log: a fold of the settled past, and
 *       the newest events. {@code ReducedEvents} are what it keeps of one. Law: the two agree.
 *   <li>{@code ScorecardJson} is how a card is stored and shown.
 * </ul>
 */
@NullMarked
package dev.warmline.score;

import org.jspecify.annotations.NullMarked;
