/** Brings scorecards up to date: events stream to leads. */
@NullMarked
package dev.warmline.functions.score;

import org.jspecify.annotations.NullMarked;
