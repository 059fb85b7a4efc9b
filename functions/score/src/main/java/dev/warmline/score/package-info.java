/** Brings scorecards up to date: events stream to leads. */
@NullMarked
package dev.warmline.score;

import org.jspecify.annotations.NullMarked;
