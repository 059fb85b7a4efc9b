/** Where both teams work leads. */
@NullMarked
package dev.warmline.functions.desk;

import org.jspecify.annotations.NullMarked;
