/** Tests of the benchmarks: what they compare does the same. */
@NullMarked
package dev.warmline.measure.benchmarks;

import org.jspecify.annotations.NullMarked;
