/** Ways out: the alert topic and the secret of a webhook. */
@NullMarked
package dev.warmline.aws.publish;

import org.jspecify.annotations.NullMarked;
