/** The whole system on one machine, with the real handlers. */
@NullMarked
package dev.warmline.local;

import org.jspecify.annotations.NullMarked;
