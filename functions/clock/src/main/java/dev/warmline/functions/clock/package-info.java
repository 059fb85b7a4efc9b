/** Does what happens because time passed. */
@NullMarked
package dev.warmline.functions.clock;

import org.jspecify.annotations.NullMarked;
