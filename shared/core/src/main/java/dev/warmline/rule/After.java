package dev.warmline.rule;

import java.time.Duration;

/**
 * Makes a hit only of every so-many-th match.
 *
 * @param times how many matches make a hit, at least 1
 * @param within how young the others must be when the last one comes: less than this
 * @param perDay whether only the first match of each calendar day counts
 */
public record After(int times, Duration within, boolean perDay) {}
