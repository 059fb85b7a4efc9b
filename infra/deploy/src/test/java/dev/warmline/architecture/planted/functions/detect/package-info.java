/** Breaks the rules on purpose, to see them fail. */
@NullMarked
package dev.warmline.architecture.planted.functions.detect;

import org.jspecify.annotations.NullMarked;
