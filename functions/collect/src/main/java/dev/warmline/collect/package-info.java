/** Takes events in: API Gateway to the event log. */
@NullMarked
package dev.warmline.collect;

import org.jspecify.annotations.NullMarked;
