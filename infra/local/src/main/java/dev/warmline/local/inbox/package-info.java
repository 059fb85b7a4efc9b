/** Stands in for what is outside: the topic, the secret, Slack, and the sales inbox. */
@NullMarked
package dev.warmline.local.inbox;

import org.jspecify.annotations.NullMarked;
