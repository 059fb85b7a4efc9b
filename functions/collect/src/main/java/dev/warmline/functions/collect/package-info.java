/** Takes events in: API Gateway to the event log. */
@NullMarked
package dev.warmline.functions.collect;

import org.jspecify.annotations.NullMarked;
