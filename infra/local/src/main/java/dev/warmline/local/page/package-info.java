/** The pages of the demo site and the JSON of the local stack. */
@NullMarked
package dev.warmline.local.page;

import org.jspecify.annotations.NullMarked;
