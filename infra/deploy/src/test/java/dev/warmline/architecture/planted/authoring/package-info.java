/** Breaks the rules on purpose, to see them fail. */
@NullMarked
package dev.warmline.architecture.planted.authoring;

import org.jspecify.annotations.NullMarked;
