/** What the functions do, one class each: the handlers call these and nothing else. */
@NullMarked
package dev.warmline.usecase;

import org.jspecify.annotations.NullMarked;
