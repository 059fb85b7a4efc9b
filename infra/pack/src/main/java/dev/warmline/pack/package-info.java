/**
 * Packs a function's zip: smaller and quicker to start, with every class still there. Started from
 * source while the functions are packaged, so it uses the JDK alone.
 */
@NullMarked
package dev.warmline.pack;

import org.jspecify.annotations.NullMarked;
