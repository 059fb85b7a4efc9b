/** Brings scorecards up to date: events stream to leads. */
@NullMarked
package dev.warmline.scoring;

import org.jspecify.annotations.NullMarked;
