package dev.warmline.functions.desk.slack;

import dev.warmline.aws.publish.SlackHosts;
import java.time.Instant;
import java.util.function.Function;

/**
 * What the app in Slack and the desk know one another by.
 *
 * @param signing by which Slack signs what it sends
 * @param posting with what Slack is posted to: a token, or an address, with which no dialog opens
 * @param hosts where what is said goes
 */
public record SlackApp(
    Function<Instant, String> signing, Function<Instant, String> posting, SlackHosts hosts) {}
