/** How fast matching and scoring are, each beside a plain loop over hand-written predicates. */
@NullMarked
package dev.warmline.measure.benchmarks;

import org.jspecify.annotations.NullMarked;
