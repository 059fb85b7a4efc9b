package dev.warmline.cli;

import java.io.InputStream;
import java.time.InstantSource;

/**
 * What the command finds around it.
 *
 * @param input where {@code -} is read from
 * @param colours whether what is printed may be coloured
 * @param progressLine whether progress may be shown on a line that rewrites itself
 * @param clock tells the time for commands that are not given one
 */
record Surroundings(
    InputStream input, boolean colours, boolean progressLine, InstantSource clock) {}
