/** The ways out: the alert topic, and Slack. */
@NullMarked
package dev.warmline.aws.publish;

import org.jspecify.annotations.NullMarked;
