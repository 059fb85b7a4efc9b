/** The direction of the code, checked. */
@NullMarked
package dev.warmline.architecture;

import org.jspecify.annotations.NullMarked;
