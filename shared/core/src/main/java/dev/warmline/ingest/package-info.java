/**
 * What was sent, made into events: bounded reading, whose it is, when it happened, what is kept. No
 * door, no store and no clock is known here.
 */
@NullMarked
package dev.warmline.ingest;

import org.jspecify.annotations.NullMarked;
