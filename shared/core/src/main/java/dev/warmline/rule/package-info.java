/**
 * The model: rules, limits, decay and thresholds as immutable records, how they are read, and how
 * their patterns are matched. Read {@link dev.warmline.rule.ModelFile} for what a model says,
 * {@link dev.warmline.rule.ModelKeys} for how the file says it.
 *
 * <pre>
 * JSON ── ModelParser, by the description in ModelKeys ─► ModelFile, or Problems with their place
 * ModelFile ── Model ─► PatternSet: one Event Ruler machine a kind of pattern
 * event ── Model.looksAt (EventPrefilter) ── Model.matching ─► the rules that it matches
 * </pre>
 *
 * <ul>
 *   <li>A class that ends in {@code Keys} is a block of the file; each of its fields is a key with
 *       its meaning and its kind of {@code Value}. Reading, schema, suggestions and the reference
 *       come from it; what only authors need of that is in {@code shared/authoring}.
 *   <li>{@code ReferenceCheck} and {@code ContradictionCheck} hold what no single key can tell.
 *   <li>{@code Publication} is a model in force, {@code Models} the port that knows which.
 * </ul>
 */
@NullMarked
package dev.warmline.rule;

import org.jspecify.annotations.NullMarked;
