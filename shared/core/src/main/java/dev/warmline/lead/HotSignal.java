package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A fast-track signal of a lead that sales has already: it opens no cycle, but sales hears of it
 * once.
 *
 * @param name names the signal among those of the lead: a digest of the event's id
 * @param cycle the lead's cycle when it was found
 * @param stage the stage that the lead was in: MQL, SAL or SQL
 * @param at when it was found
 * @param why what the person asked for, in the rule's words
 * @param verdict as in a {@link StageEntry}: enough to render the update without reading the log
 */
public record HotSignal(
    String name, int cycle, Stage stage, Instant at, String why, ObjectNode verdict) {}
