/** Breaks the rules on purpose, to see them fail. */
@NullMarked
package dev.warmline.architecture.planted.detect;

import org.jspecify.annotations.NullMarked;
