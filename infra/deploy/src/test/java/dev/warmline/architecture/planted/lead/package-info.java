/** Breaks the rules on purpose, to see them fail. */
@NullMarked
package dev.warmline.architecture.planted.lead;

import org.jspecify.annotations.NullMarked;
