/** Reads table streams as an event source mapping does, and hands batches to the handlers. */
@NullMarked
package dev.warmline.local.stream;

import org.jspecify.annotations.NullMarked;
