/** Breaks the rules on purpose, to see them fail. */
@NullMarked
package dev.warmline.architecture.planted.rule;

import org.jspecify.annotations.NullMarked;
