/** Runs the whole product on one thread, by a seed, with everything going wrong that can. */
@NullMarked
package dev.warmline.measure.simulation;

import org.jspecify.annotations.NullMarked;
