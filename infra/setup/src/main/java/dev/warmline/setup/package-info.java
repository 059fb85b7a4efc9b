/** Makes a deployed stack usable: the first model, the first write keys, a test alert. */
@NullMarked
package dev.warmline.setup;

import org.jspecify.annotations.NullMarked;
