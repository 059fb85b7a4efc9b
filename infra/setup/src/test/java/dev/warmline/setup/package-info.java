@NullMarked
package dev.warmline.setup;

import org.jspecify.annotations.NullMarked;
