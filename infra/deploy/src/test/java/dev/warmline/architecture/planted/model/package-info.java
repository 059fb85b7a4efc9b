/** Breaks the rules on purpose, to see them fail. */
@NullMarked
package dev.warmline.architecture.planted.model;

import org.jspecify.annotations.NullMarked;
