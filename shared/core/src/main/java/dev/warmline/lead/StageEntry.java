package dev.warmline.lead;

import java.time.Instant;

/**
 * One line of a lead's history: it went from one stage to another, and why.
 *
 * @param number 1 for the first
 * @param cycle the lead's cycle after the change
 * @param why the reason in words, for example {@code "engagement 65 reached 60"} or {@code "cooled
 *     down"}
 * @param who {@code warmline}, or the person who decided
 */
public record StageEntry(
    int number, Instant at, Stage from, Stage to, int cycle, String why, String who) {}
