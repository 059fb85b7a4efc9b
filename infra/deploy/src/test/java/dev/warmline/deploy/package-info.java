@NullMarked
package dev.warmline.deploy;

import org.jspecify.annotations.NullMarked;
