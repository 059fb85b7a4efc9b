/**
 * Classes that break the rules on purpose, to see the rules fail. The direction of the code,
 * checked.
 */
@NullMarked
package dev.warmline.architecture.planted;

import org.jspecify.annotations.NullMarked;
