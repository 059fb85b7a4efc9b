package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One line of a lead's history: it went from one stage to another, and why.
 *
 * @param number 1 for the first
 * @param cycle the lead's cycle after the change
 * @param why the reason in words, for example {@code "engagement 65 reached 60"} or {@code "cooled
 *     down"}
 * @param who {@code warmline}, or the person who decided
 * @param silent true if nobody is to be told (imports, rebuilt leads, silent publishes)
 * @param verdict what the decision was made on: {@code scorecard}, {@code traits}, {@code recent}
 *     (newest first: {@code at}, {@code says}, {@code points}), {@code tier}; enough to render the
 *     alert without reading the log
 */
public record StageEntry(
    int number,
    Instant at,
    Stage from,
    Stage to,
    int cycle,
    String why,
    String who,
    boolean silent,
    ObjectNode verdict) {}
