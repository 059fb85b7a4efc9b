/** Programs that show, against a running stack, that Warmline does what it claims. */
@NullMarked
package dev.warmline.measure.proof;

import org.jspecify.annotations.NullMarked;
