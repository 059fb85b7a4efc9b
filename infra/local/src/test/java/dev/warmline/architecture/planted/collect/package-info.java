/** Breaks the rules on purpose, to see them fail. */
@NullMarked
package dev.warmline.architecture.planted.collect;

import org.jspecify.annotations.NullMarked;
