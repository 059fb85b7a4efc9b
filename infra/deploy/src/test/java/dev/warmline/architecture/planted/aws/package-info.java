/** Breaks the rules on purpose, to see them fail. */
@NullMarked
package dev.warmline.architecture.planted.aws;

import org.jspecify.annotations.NullMarked;
