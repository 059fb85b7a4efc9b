/** Breaks the rules on purpose, to see them fail. */
@NullMarked
package dev.warmline.architecture.planted.usecase;

import org.jspecify.annotations.NullMarked;
