/** Breaks the rules on purpose, to see them fail. */
@NullMarked
package dev.warmline.architecture.planted.ingest;

import org.jspecify.annotations.NullMarked;
