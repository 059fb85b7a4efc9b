/** Tells sales about new MQLs: leads stream to SNS. */
@NullMarked
package dev.warmline.functions.detect;

import org.jspecify.annotations.NullMarked;
