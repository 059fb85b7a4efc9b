/** The two teams: who works when, who gets which lead, and by when. */
@NullMarked
package dev.warmline.team;

import org.jspecify.annotations.NullMarked;
