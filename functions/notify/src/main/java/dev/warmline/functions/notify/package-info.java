/** Posts alerts to Slack. */
@NullMarked
package dev.warmline.functions.notify;

import org.jspecify.annotations.NullMarked;
