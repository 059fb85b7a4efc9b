/** Does what happens because time passed. */
@NullMarked
package dev.warmline.clock;

import org.jspecify.annotations.NullMarked;
