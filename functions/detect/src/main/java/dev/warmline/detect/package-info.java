/** Tells sales about new MQLs: leads stream to SNS. */
@NullMarked
package dev.warmline.detect;

import org.jspecify.annotations.NullMarked;
