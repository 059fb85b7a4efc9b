/** The way out: the alert topic. */
@NullMarked
package dev.warmline.aws.publish;

import org.jspecify.annotations.NullMarked;
