/** Telling sales, once per cycle and with the reasons. */
@NullMarked
package dev.warmline.handoff;

import org.jspecify.annotations.NullMarked;
