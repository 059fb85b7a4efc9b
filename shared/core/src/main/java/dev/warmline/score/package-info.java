/** The pure function from events to a scorecard, with its explanation. */
@NullMarked
package dev.warmline.score;

import org.jspecify.annotations.NullMarked;
