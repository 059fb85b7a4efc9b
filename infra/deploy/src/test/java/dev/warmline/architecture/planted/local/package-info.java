/** Breaks the rules on purpose, to see them fail. */
@NullMarked
package dev.warmline.architecture.planted.local;

import org.jspecify.annotations.NullMarked;
