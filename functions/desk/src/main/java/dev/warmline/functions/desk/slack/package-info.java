/** The buttons of messages in Slack: who presses one acts as the person of the team they are. */
@NullMarked
package dev.warmline.functions.desk.slack;

import org.jspecify.annotations.NullMarked;
