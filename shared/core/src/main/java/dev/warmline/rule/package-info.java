/** The model file: rules, limits, decay, thresholds, checked and immutable. */
@NullMarked
package dev.warmline.rule;

import org.jspecify.annotations.NullMarked;
