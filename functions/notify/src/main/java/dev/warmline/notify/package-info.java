/** Posts alerts to Slack. */
@NullMarked
package dev.warmline.notify;

import org.jspecify.annotations.NullMarked;
