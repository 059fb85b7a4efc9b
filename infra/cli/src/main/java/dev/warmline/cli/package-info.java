/** The {@code warmline} command. */
@NullMarked
package dev.warmline.cli;

import org.jspecify.annotations.NullMarked;
