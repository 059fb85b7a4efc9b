/**
 * What happened: events as rules see them, the profiles they belong to, and the log that keeps
 * them.
 */
@NullMarked
package dev.warmline.event;

import org.jspecify.annotations.NullMarked;
